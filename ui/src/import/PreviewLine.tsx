import { useTranslation } from "react-i18next";
import type { Decision, Difference, PreviewRow } from "../bindings/types";
import { Seg } from "../controls/Seg";
import { Tick } from "../controls/Tick";
import { useDesk } from "../desk";
import { ruleWords } from "../errors";
import { Lamp } from "../frame/icons";
import { moment } from "../lib/day";
import { shifted, showMoney } from "../lib/money";
import { kindOf } from "../project/fields";
import { Faults } from "./Faults";
import { decision } from "./state";
import { useDifference } from "./words";

interface Props {
  row: PreviewRow;
  /** Show what is wrong, or odd, rather than what changes. */
  told: "faulty" | "odd" | null;
  /** Of a list of figures, which makes no projects. */
  figures: boolean;
  onDecide: (decisions: Decision[]) => Promise<void>;
}

/** One row of the file, over as many lines as it has changes. */
export function PreviewLine({ row, told, figures, onDecide }: Props) {
  if (told === "faulty" && row.faults.length > 0) return <Faults row={row} onDecide={onDecide} />;
  if (told === "odd" && row.odd.length > 0) return <Odd row={row} />;
  if (row.kind === null) return <Missing row={row} />;
  if (row.kind === "duplicate") {
    return (
      <>
        <Like row={row} figures={figures} onDecide={onDecide} />
        {row.verdict === "same" && <Changes row={row} figures={figures} onDecide={onDecide} />}
      </>
    );
  }
  if (row.kind === "new" && figures) return <Unknown row={row} />;
  if (row.kind === "same") return <Same row={row} />;
  return <Changes row={row} figures={figures} onDecide={onDecide} />;
}

function Place({ row }: { row: PreviewRow }) {
  const { t } = useTranslation();
  return (
    <td className="i2" title={row.sheet}>
      {t("preview.row", { row: row.row })}
    </td>
  );
}

/** Figures that may be true, but are asked about before they are sent on. */
function Odd({ row }: { row: PreviewRow }) {
  const { t } = useTranslation();
  const { name, show } = useDifference();
  return row.odd.map((fault, n) => {
    const line = row.fields.find((f) => f.field === fault.field);
    return (
      <tr key={fault.field + fault.rule}>
        <td className="mid">
          <Lamp shade="amber" label={t("shade.amber")} />
        </td>
        {n === 0 ? <Place row={row} /> : <td />}
        <td title={row.name}>{n === 0 && row.name}</td>
        <td>{name(fault.field)}</td>
        <td className="num old">{line && show(line, line.old)}</td>
        <td className="num new">{line && show(line, line.new)}</td>
        <td className="amber wrap">{ruleWords(fault)}</td>
      </tr>
    );
  });
}

function Missing({ row }: { row: PreviewRow }) {
  const { t } = useTranslation();
  return (
    <tr>
      <td className="mid">
        <Lamp shade="ring" label={t("preview.missing")} />
      </td>
      <td className="i3">—</td>
      <td colSpan={4}>{row.name}</td>
      <td className="i2">
        {row.last_seen !== null && t("preview.lastSeen", { at: moment(row.last_seen).slice(0, 7) })}
      </td>
    </tr>
  );
}

/** A line of a list of figures that no project of the ledger answers to. */
function Unknown({ row }: { row: PreviewRow }) {
  const { t } = useTranslation();
  const { show } = useDifference(row.fields);
  const money = row.fields.find((f) => f.field === "done_total") ?? row.fields.find((f) => f.field === "done_year");
  return (
    <tr>
      <td className="mid">
        <Lamp shade="ring" label={t("preview.unknown")} />
      </td>
      <Place row={row} />
      <td title={row.name}>{row.name}</td>
      <td colSpan={2} className="i2">
        {t("preview.notWritten")}
      </td>
      <td className="num">{money && show(money, money.new)}</td>
      <td />
    </tr>
  );
}

const VERDICTS: PreviewRow["verdict"][] = ["same", "other", "later"];

function Like({ row, figures, onDecide }: Omit<Props, "told">) {
  const { t } = useTranslation();
  const like = row.like;
  const key = row.key ?? 0;
  return (
    <tr className="dup">
      <td className="mid">
        <Lamp shade="amber" label={t("preview.duplicate")} />
      </td>
      <Place row={row} />
      <td title={row.name}>{row.name}</td>
      <td className="i2">{t("preview.onDesk")}</td>
      <td colSpan={2} title={[like?.name, like?.enterprise, like?.region].filter(Boolean).join("\n")}>
        {like?.name}
        <span className="i3">
          {" "}
          {like &&
            (like.similarity === 1000
              ? t("preview.sameName")
              : t("preview.similar", { percent: shifted(like.similarity, 1, 0) }))}
        </span>
      </td>
      <td>
        <Seg
          label={t("preview.isIt", { name: row.name })}
          value={row.verdict}
          choices={VERDICTS.filter((value) => value !== "other" || !figures).map((value) => ({
            value,
            text: t(`preview.verdict.${value}`),
          }))}
          onPick={(duplicate) => void onDecide([decision(key, { duplicate })])}
        />
      </td>
    </tr>
  );
}

function Same({ row }: { row: PreviewRow }) {
  const { t } = useTranslation();
  return (
    <tr>
      <td />
      <Place row={row} />
      <td>{row.name}</td>
      <td colSpan={4} className="i3">
        {t("preview.noChange")}
      </td>
    </tr>
  );
}

/** Fields that say most of a new project, in one line. */
const FIRST = ["total", "plan", "region", "region_text", "enterprise", "stage", "started_planned"];

function Changes({ row, figures, onDecide }: Omit<Props, "told">) {
  const { t } = useTranslation();
  const { name, show } = useDifference(row.fields);
  const key = row.key ?? 0;
  const fresh = row.kind === "new";
  // A list of figures keeps the ledger's name, and has another for it.
  const called = (figures && row.like?.name) || row.name;
  const lines = fresh ? firstOf(row.fields) : row.fields;
  const all = row.fields.every((f) => f.ticked);
  const rest = fresh
    ? row.fields
        .filter((f) => FIRST.includes(f.field) && f !== lines[0])
        .map((f) => `${name(f.field)} ${show(f, f.new)}`)
    : [];
  const marks = [
    row.part && t("preview.part"),
    row.struck && t("preview.struck"),
    row.hidden && t("preview.hidden"),
  ].filter(Boolean);
  return (lines.length > 0 ? lines : [null]).map((line, n) => (
    <tr key={line?.field ?? "row"} className={row.ticked ? undefined : "out"}>
      <td className="mid">
        {n === 0 && (
          <Tick
            checked={row.ticked && all}
            partly={row.ticked && !all}
            label={t("preview.takeRow", { name: row.name })}
            onTick={(ticked) => void onDecide([decision(key, { ticked })])}
          />
        )}
      </td>
      {n === 0 ? <Place row={row} /> : <td />}
      <td title={row.name}>
        {n === 0 && called}
        {n === 0 && called !== row.name && <span className="i3 t12"> {row.name}</span>}
        {n === 0 && marks.length > 0 && <span className="amber t12"> {marks.join(" ")}</span>}
      </td>
      {line ? (
        <Values
          line={line}
          fresh={fresh}
          rest={rest.join(t("import.comma"))}
          onTick={(ticked) => void onDecide([decision(key, { ticked, field: line.field })])}
        />
      ) : (
        <td colSpan={4} />
      )}
    </tr>
  ));
}

function firstOf(fields: Difference[]): Difference[] {
  const found = fields.find((f) => f.field === "total") ?? fields.find((f) => f.field !== "name");
  return found ? [found] : [];
}

interface ValuesProps {
  line: Difference;
  fresh: boolean;
  rest: string;
  onTick: (ticked: boolean) => void;
}

function Values({ line, fresh, rest, onTick }: ValuesProps) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const { name, show } = useDifference([line]);
  const [old, now] = [show(line, line.old), show(line, line.new)];
  const money = kindOf(line.field) === "money" && typeof line.old === "number" && typeof line.new === "number";
  const by = money ? Number(line.new) - Number(line.old) : 0;
  const note = line.edited_by
    ? t("preview.editedBy", { who: line.edited_by })
    : by !== 0
      ? `${by > 0 ? "+" : ""}${showMoney(by, unit)}`
      : "";
  return (
    <>
      <td>
        {fresh ? (
          name(line.field)
        ) : (
          <Tick checked={line.ticked} onTick={onTick}>
            <span className="cut">{name(line.field)}</span>
          </Tick>
        )}
      </td>
      <td className="num old" title={old}>
        {old === "" ? <span className="i3">{t("preview.none")}</span> : <s>{old}</s>}
      </td>
      <td className="num new" title={now}>
        {now}
      </td>
      <td className="i2" title={rest}>
        {fresh ? rest : note}
      </td>
    </>
  );
}
