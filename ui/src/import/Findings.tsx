import { AutoComplete, Select } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LineKind, MoneyUnit, SheetCorrections, SheetUnderstanding, TotalCheck } from "../bindings/types";
import { DayInput } from "../controls/DayInput";
import { Seg } from "../controls/Seg";
import { Tick } from "../controls/Tick";
import { useDesk } from "../desk";
import { Lamp } from "../frame/icons";
import { grouped } from "../lib/group";
import { type MoneyUnit as Shown, showMoney } from "../lib/money";
import { CHOICES } from "../project/fields";
import { useAsk } from "../query";
import type { Asked } from "./state";

interface Props {
  sheet: SheetUnderstanding;
  asked: Asked;
  onAsk: (asked: Asked) => void;
  onSheet: (change: Partial<SheetCorrections>) => void;
}

const UNITS: MoneyUnit[] = ["元", "千元", "万元", "百万元", "亿元"];

/** What was recognised, whether the totals agree, what to look at, and what is asked beside the file. */
export function Findings({ sheet, asked, onAsk, onSheet }: Props) {
  const { t } = useTranslation();
  return (
    <aside className="rp scrolls" aria-label={t("import.found")}>
      <Recognised sheet={sheet} onSheet={onSheet} />
      {sheet.totals.length > 0 && <Totals totals={sheet.totals} />}
      <Notices sheet={sheet} />
      <Beside asked={asked} onAsk={onAsk} />
    </aside>
  );
}

function Recognised({ sheet, onSheet }: Pick<Props, "sheet" | "onSheet">) {
  const { t } = useTranslation();
  const { counts, unit_from: from } = sheet;
  const skipped = grouped(sheet.skipped, (line) => line.kind);
  const words = (kind: LineKind, n: number) => t("import.skippedOne", { kind: t(`line.${kind}`), n });
  const extra = [
    counts.continued > 0 && t("import.continued", { count: counts.continued }),
    counts.parts > 0 && t("import.parts", { count: counts.parts }),
  ].filter(Boolean);
  return (
    <section>
      <div className="cap">
        <h2>{t("import.found")}</h2>
        <span className="n">{t("import.foundNote")}</span>
      </div>
      <dl className="ul">
        <Line name={t("import.header")}>
          <HeaderRows sheet={sheet} onSheet={onSheet} />
        </Line>
        <Line name={t("import.data")}>
          <b>{counts.projects}</b> {t("import.projects", { count: counts.projects })}
          {extra.length > 0 && <span className="i2"> {extra.join(" ")}</span>}
        </Line>
        <Line name={t("import.unit")}>
          <Select
            aria-label={t("import.unit")}
            value={sheet.unit}
            placeholder={t("import.unitInHeads")}
            options={UNITS.map((unit) => ({ value: unit, label: unit }))}
            onChange={(unit: MoneyUnit) => onSheet({ unit })}
            style={{ width: 88 }}
          />
          <span className="i3 t12">
            {" "}
            {typeof from === "object" ? t("import.unitRow", { row: from.row }) : t(`import.unitFrom.${from}`)}
          </span>
        </Line>
        {counts.groups > 0 && (
          <Line name={t("import.groups")}>{t("import.groupsCount", { count: counts.groups })}</Line>
        )}
        <Line name={t("import.skipped")}>
          {skipped.length === 0
            ? t("import.skippedNone")
            : skipped.map(([kind, lines]) => words(kind, lines.length)).join(t("import.comma"))}
        </Line>
        <Line name={t("import.readThis")}>
          <Tick checked={sheet.has_table} onTick={(read) => onSheet({ read })}>
            {t("import.readSheet")}
          </Tick>
        </Line>
      </dl>
    </section>
  );
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="i3">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Which rows are the head: typed as 3 or 3-4. */
function HeaderRows({ sheet, onSheet }: Pick<Props, "sheet" | "onSheet">) {
  const { t } = useTranslation();
  const shown = sheet.header
    ? sheet.header.first === sheet.header.last
      ? String(sheet.header.first)
      : `${sheet.header.first}-${sheet.header.last}`
    : "";
  const [text, setText] = useState<string | null>(null);
  const keep = () => {
    const found = /^\s*(\d+)\s*(?:[-–~至]\s*(\d+))?\s*$/.exec(text ?? "");
    setText(null);
    if (!found || text === shown) return;
    const first = Number(found[1]);
    onSheet({ header: { first, last: Math.max(first, Number(found[2] ?? first)) } });
  };
  return (
    <span className="row">
      {t("import.rowsBefore")}
      <input
        className="field small"
        aria-label={t("import.header")}
        value={text ?? shown}
        onChange={(e) => setText(e.target.value)}
        onBlur={keep}
        onKeyDown={(e) => {
          if (e.key === "Enter" && !e.nativeEvent.isComposing) e.currentTarget.blur();
        }}
      />
      {t("import.rowsAfter")}
    </span>
  );
}

const MOST_TOTALS = 8;

function Totals({ totals }: { totals: TotalCheck[] }) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const wrong = totals.filter((total) => total.in_sheet !== total.sum);
  const whole = totals.filter((total) => total.group === "");
  const shown = [...whole, ...wrong.filter((total) => total.group !== "")].slice(0, MOST_TOTALS);
  const figure = (total: TotalCheck, value: number) => (total.field === null ? String(value) : showMoney(value, unit));
  return (
    <section>
      <div className="cap">
        <h2>{t("import.totals")}</h2>
        <span className="n">{t(`money.${unit}`)}</span>
      </div>
      <table className="ck">
        <thead>
          <tr>
            <th scope="col" aria-label={t("approvals.state")} />
            <th scope="col" aria-label={t("history.field")} />
            <th scope="col">{t("import.inSheet")}</th>
            <th scope="col">{t("import.summed")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((total) => {
            const agrees = total.in_sheet === total.sum;
            return (
              <tr key={`${total.cell} ${total.field}`} className={agrees ? undefined : "er"}>
                <td>
                  <Lamp shade={agrees ? "green" : "red"} label={t(agrees ? "import.agrees" : "import.differs")} />
                </td>
                <th scope="row">
                  {total.field === null ? t("import.projectCount") : t(`sheetField.${total.field}`)}
                  {total.group !== "" && <span className="i3 t12"> {total.group}</span>}
                </th>
                <td title={total.cell}>{figure(total, total.in_sheet)}</td>
                <td>{figure(total, total.sum)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {wrong.length > 0 && <Difference total={wrong[0]} more={wrong.length - 1} unit={unit} />}
    </section>
  );
}

function Difference({ total, more, unit }: { total: TotalCheck | undefined; more: number; unit: Shown }) {
  const { t } = useTranslation();
  if (!total) return null;
  const figure = (value: number) => (total.field === null ? String(value) : showMoney(value, unit));
  const text = t("import.difference", {
    cell: total.cell,
    by: figure(Math.abs(total.in_sheet - total.sum)),
    inSheet: figure(total.in_sheet),
    sum: figure(total.sum),
  });
  return (
    <p className="err">
      {text}
      {more > 0 && ` ${t("import.differences", { count: more })}`}
    </p>
  );
}

function Notices({ sheet }: { sheet: SheetUnderstanding }) {
  const { t } = useTranslation();
  if (sheet.notices.length === 0) return null;
  const warns = ["unsure_column", "unit_assumed", "struck_row", "date_words", "total_without_value"];
  return (
    <section>
      <div className="cap">
        <h2>{t("import.notices")}</h2>
        <span className="n">{t("import.noticesNote")}</span>
      </div>
      <ul className="wl">
        {sheet.notices.map((notice) => (
          <li key={notice.kind}>
            <Lamp
              shade={warns.includes(notice.kind) ? "amber" : "ring"}
              label={t(warns.includes(notice.kind) ? "shade.amber" : "import.fyi")}
            />
            <span>{t(`notice.${notice.kind}`)}</span>
            <span className="i3 t12" title={notice.cells.join(" ")}>
              {notice.cells.length === 1 ? notice.cells[0] : t("import.places", { count: notice.count })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Beside({ asked, onAsk }: Pick<Props, "asked" | "onAsk">) {
  const { t } = useTranslation();
  const mappings = useAsk("mapping_list", {});
  const senders = [...new Set((mappings.data ?? []).map((m) => m.sender))].filter(Boolean);
  const set = (change: Partial<Asked>) => onAsk({ ...asked, ...change });
  return (
    <section>
      <div className="cap">
        <h2>{t("import.beside")}</h2>
      </div>
      <div className="form beside">
        <label htmlFor="sender">{t("import.sender")}</label>
        <AutoComplete
          id="sender"
          value={asked.sender}
          options={senders.map((value) => ({ value }))}
          placeholder={t("import.senderExample")}
          onChange={(sender: string) => set({ sender, remember: sender.trim() !== "" })}
        />
        <label htmlFor="period">{t("import.period")}</label>
        <DayInput
          id="period"
          month
          label={t("import.period")}
          value={asked.period}
          onPick={(period) => set({ period })}
        />
        <span>{t("field.basis")}</span>
        <Seg
          label={t("field.basis")}
          value={asked.basis}
          choices={CHOICES.basis.map((value) => ({ value, text: t(`choice.basis.${value}`) }))}
          onPick={(basis) => set({ basis })}
        />
        {asked.basis === "dispatch" && <ForProjects asked={asked} set={set} />}
      </div>
      {asked.basis !== "dispatch" && (
        <p className="note">
          {t("import.figuresOnly", { basis: t(`choice.basis.${asked.basis}`) })}
          {asked.basis === "statistics" && ` ${t("import.entersToo")}`}
        </p>
      )}
      <Tick checked={asked.remember} disabled={asked.sender.trim() === ""} onTick={(remember) => set({ remember })}>
        {asked.sender.trim() === "" ? t("import.rememberNobody") : t("import.remember", { sender: asked.sender })}
      </Tick>
    </section>
  );
}

/** What is asked of a ledger, and not of a list of figures. */
function ForProjects({ asked, set }: { asked: Asked; set: (change: Partial<Asked>) => void }) {
  const { t } = useTranslation();
  const lists = useAsk("list_list", {});
  return (
    <>
      <label htmlFor="plan-year">{t("field.plan_year")}</label>
      <input
        id="plan-year"
        className="field"
        inputMode="numeric"
        value={asked.planYear}
        onChange={(e) => set({ planYear: e.target.value.replace(/\D/g, "").slice(0, 4) })}
      />
      <label htmlFor="list">{t("overview.enlist")}</label>
      <AutoComplete
        id="list"
        value={asked.list}
        options={[...new Set((lists.data ?? []).map((l) => l.name))].map((value) => ({ value }))}
        placeholder={t("import.listExample")}
        onChange={(list: string) => set({ list })}
      />
    </>
  );
}
