import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CameFile as Came, RoundPage, RowFault, Rule, UnitLine, UnitState } from "../bindings/types";
import { Tick } from "../controls/Tick";
import { useDesk } from "../desk";
import { ruleWords } from "../errors";
import { Icon } from "../frame/icons";
import { isIme } from "../lib/ime";
import { showMoney } from "../lib/money";
import { fieldWord } from "../project/words";
import { act, tryTo } from "../query";
import { download, inWindow, pickFolder, pickSave } from "../rpc";
import { CameFile } from "./CameFile";
import { CopyText } from "./CopyText";
import { STATES } from "./words";

interface Props {
  page: RoundPage;
  line: UnitLine;
  onClose: () => void;
}

/** One unit: texts to copy, its state by hand, the files that came, what was wrong in the last one. */
export function UnitPanel({ page, line, onClose }: Props) {
  const { t } = useTranslation();
  const { unit, files } = line;
  const open = page.round.closed_ms === null;
  const handOut = async () => {
    const name = `${unit.name} ${page.round.name}.zip`;
    const place = inWindow ? await pickFolder() : await pickSave(name);
    if (!place) return;
    const done = await act("round_hand_out", { round: page.round.id, units: [unit.id], file: place.file, job: "" });
    if (!inWindow) download(done.file, name);
  };
  return (
    <aside className="unit-side scrolls" aria-label={unit.name}>
      <section>
        <div className="cap">
          <h2 className="cut">{unit.name}</h2>
          <span className="n">{t("rounds.projectCount", { count: line.projects })}</span>
          <button type="button" className="btn flat s sq more" aria-label={t("act.close")} onClick={onClose}>
            <Icon name="x" />
          </button>
        </div>
        {open && (
          <div className="row texts">
            {unit.state !== "received" && unit.state !== "zero" && (
              <CopyText
                key={`${unit.id} ${unit.state}`}
                ask={{ round: page.round.id, unit: unit.id }}
                label={t(unit.state === "returned" ? "rounds.copyReturned" : "rounds.copyChase")}
              />
            )}
            <button type="button" className="btn s" onClick={() => void tryTo(handOut)}>
              <Icon name="out" />
              {t("rounds.handOutOne")}
            </button>
          </div>
        )}
      </section>
      {open && <State key={unit.id} line={line} />}
      <section aria-label={t("rounds.files")}>
        <div className="cap">
          <h3>{t("rounds.files")}</h3>
          <span className="n">{files.length}</span>
        </div>
        {files.length === 0 && <p className="note">{t("rounds.noFiles")}</p>}
        <ul className="files">
          {files.map((file) => (
            <CameFile key={file.id} file={file} files={files} />
          ))}
        </ul>
      </section>
      <Faults files={files} />
    </aside>
  );
}

/** 零报告 and the like, as told on the telephone. */
function State({ line }: { line: UnitLine }) {
  const { t } = useTranslation();
  const { unit } = line;
  const [note, setNote] = useState(unit.note ?? "");
  const mark = (change: { state?: UnitState; stamped?: boolean; note?: string }) =>
    tryTo(() =>
      act("round_unit_mark", {
        id: unit.id,
        state: unit.state,
        stamped: unit.stamped,
        note: unit.note ?? "",
        ...change,
      }),
    );
  const came = unit.state !== "unsent" && unit.state !== "sent";
  const keep = () => {
    if (note.trim() !== (unit.note ?? "")) void mark({ note });
  };
  return (
    <section aria-label={t("rounds.stateHead")}>
      <div className="form tight">
        <span className="k">{t("rounds.stateHead")}</span>
        <Select<UnitState>
          aria-label={t("rounds.stateHead")}
          value={unit.state}
          options={STATES.map((state) => ({ value: state, label: t(`rounds.state.${state}`) }))}
          onChange={(state) => void mark({ state })}
        />
        <span className="k">{t("rounds.seal")}</span>
        <Tick checked={unit.stamped} disabled={!came} onTick={(stamped) => void mark({ stamped })}>
          {t("rounds.sealed")}
        </Tick>
        <span className="k">{t("rounds.note")}</span>
        <input
          className="field"
          aria-label={t("rounds.note")}
          value={note}
          onChange={(e) => setNote(e.target.value)}
          onBlur={keep}
          onKeyDown={(e) => {
            if (e.key === "Enter" && !isIme(e)) e.currentTarget.blur();
          }}
        />
      </div>
    </section>
  );
}

/** What the last file was wrong in. */
function Faults({ files }: { files: Came[] }) {
  const { t } = useTranslation();
  const last = files.at(-1);
  if (!last?.faults) return null;
  const faults = JSON.parse(last.faults) as RowFault[];
  return (
    <section aria-label={t("rounds.toCheck")}>
      <div className="cap">
        <h3>{t("rounds.toCheck")}</h3>
        <span className="n">{faults.length}</span>
      </div>
      <FaultList faults={faults} />
    </section>
  );
}

export function FaultList({ faults }: { faults: RowFault[] }) {
  const { t } = useTranslation();
  const where = (fault: RowFault) =>
    [fault.cell || (fault.row > 0 ? t("rounds.row", { n: fault.row }) : ""), fault.name].filter(Boolean).join(" ");
  return (
    <ul className="faults">
      {faults.map((fault) => (
        <li key={`${fault.row} ${fault.cell} ${fault.name} ${fault.fault.field} ${fault.fault.rule}`}>
          <span className="i2">{where(fault)}</span>{" "}
          {!SPEAKS.includes(fault.fault.rule) && `${fieldWord(fault.fault.field)} `}
          {ruleWords(wanParams(fault.fault))}
          <Figures params={fault.fault.params} />
        </li>
      ))}
    </ul>
  );
}

/** Rules whose words name the field themselves. */
const SPEAKS: Rule[] = [
  "done_decreased",
  "year_decreased",
  "done_over_total",
  "over_plan",
  "plan_over_total",
  "completed_low",
  "started_zero",
  "invested_before_start",
  "stage_back",
  "row_missing",
];

/** 12,300 → 9,800 */
function Figures({ params }: { params: RowFault["fault"]["params"] }) {
  const { unit } = useDesk();
  if (params.before === undefined || params.now === undefined) return null;
  return ` ${showMoney(Number(params.before), unit)} → ${showMoney(Number(params.now), unit)}`;
}

/** Figures of a fault in 元 are told in 万元. */
function wanParams(fault: RowFault["fault"]): RowFault["fault"] {
  if (fault.rule !== "total_differs") return fault;
  const wan = (text: string | undefined) => String(Number(text ?? 0) / 10_000);
  return { ...fault, params: { in_sheet: wan(fault.params.in_sheet), sum: wan(fault.params.sum) } };
}
