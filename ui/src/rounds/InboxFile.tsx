import { useTranslation } from "react-i18next";
import type { Returned, ReturnedLine } from "../bindings/types";
import { Tick } from "../controls/Tick";
import { useDesk } from "../desk";
import { showMoney } from "../lib/money";
import { fieldWord } from "../project/words";
import { useAsk } from "../query";
import { FieldText } from "./Differences";
import { FaultList } from "./UnitPanel";
import { shareWords } from "./words";

interface Props {
  session: string;
  at: number;
  file: Returned;
  unit: string | null;
  /** The lines like a project of the desk that are added all the same; null where nothing of the file is written. */
  added: number[] | null;
  onAdd: (lines: number[]) => void;
  /** The projects that take the name of the file; null where nothing of the file is written. */
  renames: string[] | null;
  onRename: (projects: string[]) => void;
}

/** One file that came back, whole: what it changes cell by cell, whom it does not name, its totals, what is odd. */
export function InboxFile({ session, at, file, unit, added, onAdd, renames, onRename }: Props) {
  const { t } = useTranslation();
  const { unit: money } = useDesk();
  const table = file.problem === null && file.guess !== "picture";
  const lines = useAsk("round_lines", { session, key: at, unit }, table);
  const changed = (lines.data ?? []).filter((line) => line.fields.length > 0 || line.project === null);
  const wrong = file.totals.filter((total) => total.in_sheet !== total.sum);
  const figure = (field: string | null, value: number) => (field === null ? String(value) : showMoney(value, money));
  return (
    <div className="returned">
      {file.problem !== null && <p className="i2">{t("rounds.cannotRead")}</p>}
      {file.same_as !== null && <p className="i2">{t("rounds.sameAs", { name: file.same_as })}</p>}
      <Told words={t("rounds.columnsMore")} list={file.columns_more} />
      <Told words={t("rounds.columnsLess")} list={file.columns_less.map((asked) => t(`rounds.column.${asked}`))} />
      <Told words={t("rounds.missingProjects")} list={file.missing} />
      {file.renamed.length > 0 && <Renamed list={file.renamed} renames={renames} onRename={onRename} />}
      <Told
        words={t("rounds.totalsDiffer")}
        list={wrong.map((total) => {
          const name = total.field === null ? t("rounds.projects") : t(`sheetField.${total.field}`);
          const said = [figure(total.field, total.in_sheet), figure(total.field, total.sum)];
          return `${total.cell} ${name} ${said.join(" ≠ ")}`;
        })}
      />
      {file.faults.length > 0 && <FaultList faults={file.faults} />}
      {changed.length > 0 && (
        <table className="lines rd differ-lines">
          <thead>
            <tr>
              <th scope="col" className="num" style={{ width: 56 }}>
                {t("rounds.rowHead")}
              </th>
              <th scope="col" style={{ width: "30%" }}>
                {t("rounds.project")}
              </th>
              <th scope="col" style={{ width: 112 }}>
                {t("rounds.field")}
              </th>
              <th scope="col">{t("rounds.side.last")}</th>
              <th scope="col">{t("rounds.side.now")}</th>
            </tr>
          </thead>
          {changed.map((line) => (
            <tbody key={line.at}>
              {line.fields.length === 0 && (
                <tr>
                  <td className="num i3">{line.row}</td>
                  <th scope="row">{line.name}</th>
                  <td colSpan={3} className={line.theirs || line.known ? "i2" : "acc"}>
                    <Beyond line={line} added={added} onAdd={onAdd} />
                  </td>
                </tr>
              )}
              {line.fields.map((field, n) => (
                <tr key={field.field}>
                  {n === 0 && (
                    <>
                      <td className="num i3" rowSpan={line.fields.length}>
                        {line.row}
                      </td>
                      <th scope="rowgroup" rowSpan={line.fields.length} title={line.name}>
                        {line.name}
                      </th>
                    </>
                  )}
                  <td className="i2">{fieldWord(field.field)}</td>
                  <td className="old wrap">
                    <FieldText change={field} side="old" />
                  </td>
                  <td className="new wrap">
                    <FieldText change={field} side="new" />
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      )}
      {lines.data && changed.length === 0 && file.faults.length === 0 && file.missing.length === 0 && (
        <p className="i2">{t("rounds.nothingChanges")}</p>
      )}
    </div>
  );
}

/** 疑似更名: the name stays unless it is ticked; then the old one stays known as a former one. */
function Renamed({ list, renames, onRename }: { list: Returned["renamed"] } & Pick<Props, "renames" | "onRename">) {
  const { t } = useTranslation();
  return (
    <div className="renamed">
      <span className="i2">{t("rounds.renamedProjects")}</span>
      {list.map((one) => {
        const words = `${one.old} → ${one.new}`;
        if (!renames) return <span key={one.project}>{words}</span>;
        const others = renames.filter((project) => project !== one.project);
        return (
          <Tick
            key={one.project}
            checked={others.length < renames.length}
            onTick={(on) => onRename(on ? [...others, one.project] : others)}
          >
            {words}
          </Tick>
        );
      })}
    </div>
  );
}

/** A line that is none of the unit's projects: another's, one the desk has, one like it, or a new one. */
function Beyond({ line, added, onAdd }: { line: ReturnedLine } & Pick<Props, "added" | "onAdd">) {
  const { t } = useTranslation();
  if (line.theirs) return t("rounds.ofOthers");
  if (line.known) return t("rounds.outOfScope");
  if (line.like === null) return t("rounds.line.added");
  const { name, similarity } = line.like;
  return (
    <span className="row">
      <span className="cut" title={name}>
        {t(similarity === 1000 ? "rounds.sameName" : "rounds.likeName", { name, share: shareWords(similarity) })}
      </span>
      {added && (
        <Tick
          checked={added.includes(line.at)}
          onTick={(on) => onAdd(on ? [...added, line.at] : added.filter((at) => at !== line.at))}
        >
          {t("rounds.addLike")}
        </Tick>
      )}
    </span>
  );
}

function Told({ words, list }: { words: string; list: string[] }) {
  const { t } = useTranslation();
  if (list.length === 0) return null;
  return (
    <p>
      <span className="i2">{words}</span> {list.join(t("import.comma"))}
    </p>
  );
}
