import { useTranslation } from "react-i18next";
import type { Listed, Matter, ProjectFile, Shade } from "../bindings/types";
import { useDesk } from "../desk";
import { Lamp, Ring } from "../frame/icons";
import { stateWord } from "../i18n";
import { denseDay, wordDay } from "../lib/day";
import { useElementName } from "../lib/elements";
import { showThousandths } from "../lib/money";
import { unitWord } from "../lib/units";
import { fillOf, pressure } from "../project/approvals/states";
import { dayOf, daysWords, isOpen, reasonOf } from "../project/needState";
import { useAsk } from "../query";
import { Part } from "./Peek";

const MOST = 6;
const SHADE = { late: "red", soon: "amber", calm: "ring" } as const satisfies Record<string, Shade>;

const onTheWay = (item: Listed) => !item.done && item.waived === null && item.since !== null;

/** Whom the project waits for: approvals on their way and needs not met, the most pressing first. */
export function PeekWaits({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const items = file.checklist.items.filter(onTheWay);
  const { desk } = useDesk();
  const needs = file.matters.filter((matter) => isOpen(matter, desk.today));
  const all = items.length + needs.length;
  if (all === 0) return null;
  const order = { late: 0, soon: 1, calm: 2 };
  const sorted = items.toSorted(
    (a, b) => order[pressure(a)] - order[pressure(b)] || (a.days_left ?? 999) - (b.days_left ?? 999),
  );
  const shownItems = sorted.slice(0, MOST);
  const shownNeeds = needs.slice(0, Math.max(2, MOST - shownItems.length));
  return (
    <Part title={t("grid.waits")} note={t("grid.waitCount", { count: all })}>
      <ul className="wl">
        {shownItems.map((item) => (
          <Approval key={item.code} item={item} />
        ))}
        {shownNeeds.map((need) => (
          <Need key={need.id} need={need} file={file} />
        ))}
      </ul>
    </Part>
  );
}

function Approval({ item }: { item: Listed }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const press = pressure(item);
  const left = item.days_left;
  const unit = lang === "en" ? item.unit_en : item.unit;
  return (
    <li>
      {press === "calm" ? (
        <Ring fill={fillOf(item.state)} />
      ) : (
        <Lamp shade={SHADE[press]} label={t(`shade.${SHADE[press]}`)} />
      )}
      <span className="what">
        {lang === "en" ? item.name_en : item.name} <span className="i3">{stateWord(item.kind, item.state)}</span>
      </span>
      <span className="i2 cut" title={unit}>
        {unit}
      </span>
      <b className={press === "late" ? "red" : press === "soon" ? "amber" : "i2"}>{left !== null && daysWords(left)}</b>
    </li>
  );
}

function Need({ need, file }: { need: Matter; file: ProjectFile }) {
  const { t } = useTranslation();
  const { desk, lang } = useDesk();
  const element = useElementName();
  const units = useAsk("department_list", {}, need.department !== null);
  const unit = units.data?.find((one) => one.id === need.department);
  const holder = need.department === null ? need.handler : (unit?.short_name ?? unit?.name ?? "");
  const lead = need.content === null ? "" : element(need.element);
  const name = need.content ?? element(need.element);
  const reason = reasonOf(need, file);
  const shade = reason?.shade ?? "ring";
  const due = need.promised_on ?? need.need_by;
  const amount =
    need.required === null
      ? null
      : `${showThousandths(need.delivered ?? 0)} / ${showThousandths(need.required)} ${unitWord(need.unit, lang)}`;
  return (
    <li>
      <Lamp shade={shade} label={t(`shade.${shade}`)} />
      <span className="what">
        {lead && <span className="i3">{lead} </span>}
        {name} {amount && <span className="i3">{amount}</span>}
      </span>
      <span className={holder === null ? "i3 cut" : "i2 cut"} title={holder ?? undefined}>
        {holder ?? t("grid.nobody")}
      </span>
      {reason ? (
        <b className={shade === "red" ? "red" : "amber"} title={wordDay(reason.due, lang)}>
          {daysWords(reason.days_left)}
        </b>
      ) : (
        <span className="i2" title={wordDay(due, lang)}>
          {due !== null && t("grid.due", { day: denseDay(dayOf(due), desk.today.slice(0, 4)) })}
        </span>
      )}
    </li>
  );
}
