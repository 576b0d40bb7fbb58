import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Reminder } from "../bindings/types";
import { useDesk } from "../desk";
import { Icon, Lamp } from "../frame/icons";
import { denseDay, wordDay } from "../lib/day";
import { useAsk } from "../query";
import { countsOf, type Sort, sortOf, spanOf } from "../reminders/counts";
import { howWords } from "../reminders/words";
import { type ApprovalSearch, narrowed, widened } from "./search";
import { holderWord, nameOf } from "./words";

interface Props {
  search: ApprovalSearch;
  onSearch: (search: ApprovalSearch) => void;
}

/** 今日提醒: what falls due, in one line that opens; nothing where there is nothing. */
export function Reminders({ search, onSearch }: Props) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const { list: reminders = [], count } = useAsk("approval_reminders", spanOf(desk.today)).data ?? {};
  if (reminders.length === 0) return null;
  const { reminders: open = false, ...rest } = search;
  return (
    <section className="ab-reminders" aria-label={t("reminders.list")}>
      <button
        type="button"
        className="ab-remind"
        aria-expanded={open}
        onClick={() => onSearch(open ? rest : { ...rest, reminders: true })}
      >
        <Icon name="clock" />
        <b>{t("reminders.title", { count: reminders.length })}</b>
        {countsOf(reminders, desk.today).map(({ sort, count }) => (
          <span key={sort} className={INK[sort]}>
            {t(`reminders.counts.${sort}`, { count })}
          </span>
        ))}
        {!open && count !== undefined && count.overdue > 0 && (
          <span className="i3 t12 cut">{t("reminders.why", { overdue: count.overdue, told: count.overdue_told })}</span>
        )}
        <span className="grow" />
        <span className="acc t12">{t(open ? "reminders.close" : "reminders.open")}</span>
        <Icon name={open ? "up" : "down"} size={12} />
      </button>
      {open && <Why search={rest} onSearch={onSearch} />}
      {open && <List reminders={reminders} />}
    </section>
  );
}

/** Why there are fewer reminders than overdue approvals, as the core counts both, and the way to all of those. */
function Why({ search, onSearch }: Props) {
  const { t } = useTranslation();
  const { lang, desk } = useDesk();
  const count = useAsk("approval_reminders", spanOf(desk.today)).data?.count;
  if (!count || count.overdue === 0) return null;
  const { overdue, overdue_told, next_on } = count;
  return (
    <p className="ab-why">
      <span className="i2 cut">
        {t("reminders.why", { overdue, told: overdue_told })}
        {overdue > overdue_told && next_on && (
          <>
            {t("trial.semi")}
            {t("reminders.whyNext", { day: wordDay(next_on, lang) })}
          </>
        )}
      </span>
      <button type="button" className="link" onClick={() => onSearch(narrowed(widened(search), { heat: "overdue" }))}>
        {t("reminders.toBoard", { count: overdue })}
      </button>
    </p>
  );
}

/** Beside the overdue: how many of all of them are told today, and the way to those. */
export function ToldToday({ search, onSearch }: Props) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const count = useAsk("approval_reminders", spanOf(desk.today)).data?.count;
  if (!count) return null;
  if (count.overdue_told === 0) return <span className="note">{t("reminders.noneTold")}</span>;
  return (
    <button type="button" className="link t12" onClick={() => onSearch({ ...search, reminders: true })}>
      {t("reminders.fromBoard", { count: count.overdue_told })}
    </button>
  );
}

const INK: Record<Sort, string> = { over: "red b", today: "amber", ahead: "i2", formal: "i2" };

function List({ reminders }: { reminders: Reminder[] }) {
  const { t } = useTranslation();
  return (
    <div className="ab-reminded scrolls">
      <table className="lines">
        <thead>
          <tr>
            <th scope="col">{t("desk_approvals.project")}</th>
            <th scope="col">{t("approvals.item")}</th>
            <th scope="col" className="c-who">
              {t("approvals.holder")}
            </th>
            <th scope="col" className="c-kind">
              {t("reminders.kind")}
            </th>
            <th scope="col" className="c-due">
              {t("reminders.day")}
            </th>
            <th scope="col" className="c-how">
              {t("reminders.how")}
            </th>
          </tr>
        </thead>
        <tbody>
          {reminders.map((one) => (
            <Line key={one.row.approval + one.what} reminder={one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ reminder }: { reminder: Reminder }) {
  const { t } = useTranslation();
  const { lang, desk } = useDesk();
  const { row, what, due_on } = reminder;
  const sort = sortOf(reminder, desk.today);
  const who = holderWord(row.holder, row.holder_en, lang);
  const shade = sort === "over" ? "red" : sort === "today" ? "amber" : null;
  return (
    <tr>
      <td>
        <Link
          to="/project/$id"
          params={{ id: row.project }}
          search={{ tab: "approvals", item: row.item }}
          className="link ab-name"
          title={row.project_name}
        >
          <span className="cut">{row.project_name}</span>
        </Link>
      </td>
      <td title={nameOf(row, lang)}>{nameOf(row, lang)}</td>
      <td className="i2" title={who}>
        {who}
      </td>
      <td>{t(`reminders.what.${what}`)}</td>
      <td className="i2" title={wordDay(due_on, lang)}>
        {denseDay(due_on, desk.today.slice(0, 4))}
      </td>
      <td>
        <span className={`ab-marked ${INK[sort]}`}>
          {shade && <Lamp shade={shade} label={t(`shade.${shade}`)} />}
          {howWords(reminder, desk.today)}
        </span>
      </td>
    </tr>
  );
}
