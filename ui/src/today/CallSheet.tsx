import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { holderWord, nameOf } from "../approvals/words";
import type { Today, TodayParty, TodayRow } from "../bindings/types";
import { useDesk } from "../desk";
import { Icon, Lamp, Ring } from "../frame/icons";
import { denseDay, wordDay } from "../lib/day";
import { weekDay } from "../lib/weekday";
import { CopyChase } from "./CopyChase";
import type { TodaySearch } from "./search";
import { calledWords, callWords, contactWords } from "./words";

interface Props {
  page: Today;
  mine: boolean;
  search: TodaySearch;
  onSearch: (to: TodaySearch) => void;
  onCall: (party: TodayParty) => void;
  onPrint: () => void;
}

/** 催办清单: one party after the other, who was not called for the longest time first. */
export function CallSheet({ page, mine, search, onSearch, onCall, onPrint }: Props) {
  const { t } = useTranslation();
  const { desk, lang } = useDesk();
  const { parties, lines, party_count } = page;
  return (
    <section className="td-sheet" aria-labelledby="td-sheet">
      <div className="cap">
        <h2 id="td-sheet">{t("today.sheet")}</h2>
        <span className="n cut">{t("today.sheetOf", { lines, parties: party_count, count: lines })}</span>
        <span className="td-printed">
          {[desk.office?.name, weekDay(page.as_of, lang), desk.sample && t("sample.mark")].filter(Boolean).join(" ")}
        </span>
        <span className="grow" />
        {lines > 0 && (
          <button type="button" className="btn s flat" onClick={onPrint}>
            {t("today.print")}
          </button>
        )}
      </div>
      {parties.length === 0 && (
        <div className="td-none">
          <p className="i2">{t(search.waiting ? "today.none" : mine ? "today.clearMine" : "today.clear")}</p>
          {search.waiting && (
            <button type="button" className="link" onClick={() => onSearch({})}>
              {t("today.all")}
            </button>
          )}
        </div>
      )}
      {parties.length > 0 && (
        <div className="scrolls">
          <table className="lines">
            <thead>
              <tr>
                <th scope="col" className="c-lamp" aria-label={t("today.lamp")} />
                <th scope="col" className="c-what">
                  {t("today.what")}
                </th>
                <th scope="col">{t("today.project")}</th>
                <th scope="col" className="c-region">
                  {t("today.region")}
                </th>
                {!mine && (
                  <th scope="col" className="c-who">
                    {t("field.responsible")}
                  </th>
                )}
                <th scope="col" className="c-due num">
                  {t("today.due")}
                </th>
                <th scope="col" className="c-left num">
                  {t("today.left")}
                </th>
                <th scope="col" className="c-held num">
                  {t("today.held")}
                </th>
                <th scope="col" className="c-last">
                  {t("today.last")}
                </th>
              </tr>
            </thead>
            {parties.map((party) => (
              <Party key={party.key} party={party} mine={mine} search={search} onSearch={onSearch} onCall={onCall} />
            ))}
          </table>
          {party_count > parties.length && (
            <p className="td-beyond i2">{t("today.beyond", { count: party_count - parties.length })}</p>
          )}
        </div>
      )}
    </section>
  );
}

interface PartyProps extends Omit<Props, "page" | "onPrint"> {
  party: TodayParty;
}

function Party({ party, mine, search, onSearch, onCall }: PartyProps) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const name = holderWord(party.name, party.name_en, lang);
  const rest = party.count - party.rows.length;
  const open = search.party === party.key;
  const { party: _, ...closed } = search;
  return (
    <tbody>
      <tr className="td-party">
        <th scope="rowgroup" colSpan={mine ? 8 : 9}>
          <div className="row">
            <b className="cut" title={name}>
              {name}
            </b>
            {party.contact ? <span className="i2">{contactWords(party.contact)}</span> : <NoContact party={party} />}
            {party.overdue > 0 && <span className="i2 t12">{t("today.overdue", { count: party.overdue })}</span>}
            {party.near > 0 && <span className="i2 t12 cut">{t("today.near", { count: party.near })}</span>}
            <span className="grow" />
            <Silent party={party} />
            <CopyChase party={party} label={t("today.chase.copyOf", { name })} className="btn s flat" />
            <button
              type="button"
              className="btn s"
              aria-label={t("today.callOf", { name })}
              onClick={() => onCall(party)}
            >
              <Icon name="phone" />
              {t("today.call")}
            </button>
          </div>
        </th>
      </tr>
      {party.rows.map((row) => (
        <Row key={row.row.approval} line={row} mine={mine} />
      ))}
      {(rest > 0 || open) && (
        <tr className="td-rest">
          <td />
          <td colSpan={mine ? 7 : 8}>
            {open && rest > 0 && <span className="i2">{t("today.more", { count: rest })}</span>}
            {open && (
              <button type="button" className="link" onClick={() => onSearch(closed)}>
                {t("today.fewer")}
              </button>
            )}
            {!open && (
              <button type="button" className="link" onClick={() => onSearch({ ...search, party: party.key })}>
                {t("today.rest", { count: rest })}
              </button>
            )}
          </td>
        </tr>
      )}
    </tbody>
  );
}

/** Nobody to call is known: the way to where one is written down, for this unit or this project. */
function NoContact({ party }: { party: TodayParty }) {
  const { t } = useTranslation();
  const project = party.rows[0]?.row.project;
  if (party.applicant) {
    if (project === undefined) return null;
    return (
      <Link to="/project/$id" params={{ id: project }} search={{ tab: "people" }} className="link t12">
        {t("today.noContactOfProject")}
      </Link>
    );
  }
  return (
    <Link to="/people" search={{ ...(party.unit && { unit: party.unit }), adds: party.name }} className="link t12">
      {t("today.noContact")}
    </Link>
  );
}

/** Days of silence from which on it is time. */
const LONG = 5;

function Silent({ party: { silent_days, unreached_on } }: { party: TodayParty }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const tried = unreached_on && t("today.tried", { day: denseDay(unreached_on, desk.today.slice(0, 4)) });
  if (tried) return <span className="amber t12">{tried}</span>;
  if (silent_days === null) return <span className="amber t12">{t("today.never")}</span>;
  if (silent_days === 0) return <span className="i2 t12">{t("today.silentToday")}</span>;
  const words = t("today.silent", { count: silent_days });
  return <span className={silent_days >= LONG ? "amber t12" : "i2 t12"}>{words}</span>;
}

function Row({ line, mine }: { line: TodayRow; mine: boolean }) {
  const { t } = useTranslation();
  const { lang, desk } = useDesk();
  const { row, call, region } = line;
  const name = nameOf(row, lang);
  const last = call ? calledWords(call, desk.today) : t("today.noCall");
  return (
    <tr>
      <td className="c-lamp">
        <Mark row={row} />
      </td>
      <td className="wraps" title={name}>
        <Link
          to="/project/$id"
          params={{ id: row.project }}
          search={{ tab: "approvals", item: row.item }}
          className="link td-name"
          aria-label={`${name} ${row.project_name}`}
        >
          <span className="clamped">{name}</span>
        </Link>
      </td>
      <td className="i2 wraps" title={[row.project_name, region].filter(Boolean).join(" ")}>
        <span className="clamped">{row.project_name}</span>
      </td>
      <td className="i2 c-region wraps" title={region ?? undefined}>
        <span className="clamped">{region}</span>
      </td>
      {!mine && (
        <td className="i2 c-who" title={row.responsible ?? undefined}>
          {row.responsible}
        </td>
      )}
      <td className="num i2" title={wordDay(row.due_on, lang)}>
        {row.due_on && denseDay(row.due_on, desk.today.slice(0, 4))}
      </td>
      <td className="num">
        <Left row={row} />
      </td>
      <Waited row={row} />
      <td className={call ? "i2 wraps" : "i3"} title={call ? callWords(call, desk.today) : last}>
        <span className="clamped">{last}</span>
      </td>
    </tr>
  );
}

/** Working days; those of a stop that counts all days say so. */
function Waited({ row: { days, unit } }: { row: TodayRow["row"] }) {
  const { t } = useTranslation();
  if (days === null) return <td />;
  return (
    <td className="num i2" title={t(`stopEnd.days.${unit}`, { count: days })}>
      {unit === "calendar" ? t("today.calendarDays", { count: days }) : days}
    </td>
  );
}

function Mark({ row }: { row: TodayRow["row"] }) {
  const { t } = useTranslation();
  if (row.heat === null || row.heat === "applicant") return <Ring fill="stopped" />;
  const shade = row.heat === "overdue" ? "red" : row.heat === "today" || row.heat === "soon" ? "amber" : "ring";
  return <Lamp shade={shade} label={t(`shade.${shade}`)} />;
}

function Left({ row }: { row: TodayRow["row"] }) {
  const { t } = useTranslation();
  const left = row.days_left;
  if (left === null || row.heat === "applicant") return <span className="i3">—</span>;
  if (left < 0) return <b className="red">{t("today.over", { count: -left })}</b>;
  const words = left === 0 ? t("today.dueToday") : t("today.ahead", { count: left });
  return <span className={row.heat === "today" || row.heat === "soon" ? "amber" : "i2"}>{words}</span>;
}
