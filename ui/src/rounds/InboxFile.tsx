import { useTranslation } from "react-i18next";
import type { Returned } from "../bindings/types";
import { useDesk } from "../desk";
import { showMoney } from "../lib/money";
import { fieldWord } from "../project/words";
import { useAsk } from "../query";
import { FieldText } from "./Differences";
import { FaultList } from "./UnitPanel";

interface Props {
  session: string;
  at: number;
  file: Returned;
  unit: string | null;
}

/** One file that came back, whole: what it changes cell by cell, whom it does not name, its totals, what is odd. */
export function InboxFile({ session, at, file, unit }: Props) {
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
      <Told words={t("rounds.renamedProjects")} list={file.renamed.map((one) => `${one.old} → ${one.new}`)} />
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
            <tbody key={line.row}>
              {line.fields.length === 0 && (
                <tr>
                  <td className="num i3">{line.row}</td>
                  <th scope="row">{line.name}</th>
                  <td colSpan={3} className={line.theirs ? "i2" : "acc"}>
                    {t(line.theirs ? "rounds.ofOthers" : "rounds.line.added")}
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

function Told({ words, list }: { words: string; list: string[] }) {
  const { t } = useTranslation();
  if (list.length === 0) return null;
  return (
    <p>
      <span className="i2">{words}</span> {list.join(t("import.comma"))}
    </p>
  );
}
