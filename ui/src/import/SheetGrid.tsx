import { Dropdown } from "antd";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { Corrections, GridRow, LineKind, SheetUnderstanding } from "../bindings/types";
import { useDesk } from "../desk";
import { wordDay } from "../lib/day";
import { showMoney } from "../lib/money";
import { ColumnPicker } from "./ColumnPicker";
import { place, withColumn, withLine } from "./state";

interface Props {
  sheet: SheetUnderstanding;
  corrections: Corrections;
  onCorrect: (corrections: Corrections) => void;
}

const CHANGES: LineKind[] = ["project", "part", "continuation", "group", "subtotal", "total", "note", "duplicate"];

/** The first rows as the sheet has them; each line says what it was taken for. */
export function SheetGrid({ sheet, corrections, onCorrect }: Props) {
  const { t } = useTranslation();
  const bad = new Map<number, Set<number>>();
  for (const total of sheet.totals) {
    const at = total.in_sheet === total.sum ? null : place(total.cell);
    if (at) bad.set(at.row, (bad.get(at.row) ?? new Set()).add(at.column));
  }
  const last = sheet.grid.at(-1)?.row ?? 0;
  const more = (sheet.body?.last ?? 0) > last;
  const wide = Math.max(...sheet.grid.map((row) => row.cells.length), sheet.columns.length, 1);
  const letters = Array.from({ length: wide }, (_, n) => sheet.columns[n]?.letter ?? letterOf(n));
  const widths = letters.map((_, n) => widthOf(sheet, n));
  return (
    <div className="xs scrolls">
      <table aria-label={sheet.name} style={{ width: 128 + widths.reduce((sum, w) => sum + w, 0) }}>
        <colgroup>
          <col style={{ width: 36 }} />
          <col style={{ width: 92 }} />
          {widths.map((width, n) => (
            <col key={letters[n]} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr className="map">
            <td className="rn" />
            <td className="mk">{t("import.fields")}</td>
            {letters.map((letter, n) => {
              const column = sheet.columns.find((c) => c.index === n);
              return (
                <td key={letter}>
                  {column && (
                    <ColumnPicker
                      column={column}
                      onPick={(choice) => onCorrect(withColumn(corrections, sheet.name, n, choice))}
                    />
                  )}
                </td>
              );
            })}
          </tr>
          <tr className="let">
            <td className="rn" />
            <td className="mk" />
            {letters.map((letter) => (
              <th scope="col" key={letter}>
                {letter}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.grid.map((row) => (
            <Line
              key={row.row}
              row={row}
              wide={wide}
              sheet={sheet}
              bad={bad.get(row.row)}
              onKind={(kind) => onCorrect(withLine(corrections, sheet.name, row.row, kind))}
            />
          ))}
        </tbody>
      </table>
      {more && <p className="fold">{t("import.more", { from: last + 1, to: sheet.body?.last })}</p>}
    </div>
  );
}

interface LineProps {
  row: GridRow;
  wide: number;
  sheet: SheetUnderstanding;
  bad?: Set<number>;
  onKind: (kind: LineKind) => void;
}

/** Lines that are one text over the whole width. */
const WHOLE: LineKind[] = ["title", "note", "unit", "group"];
const SKIPS: LineKind[] = ["title", "note", "unit", "subtotal", "total", "blank", "duplicate"];

const Line = memo(
  function LineOf({ row, wide, sheet, bad, onKind }: LineProps) {
    const { t } = useTranslation();
    const kind = row.kind === "header" ? "hd2" : row.kind === "group" ? "grp" : SKIPS.includes(row.kind) ? "skip" : "";
    const items = CHANGES.map((key) => ({ key, label: t(`line.${key}`), disabled: key === row.kind }));
    return (
      <tr className={kind}>
        <th scope="row" className="rn">
          {row.row}
        </th>
        <td className="mk">
          <Dropdown trigger={["click"]} autoFocus menu={{ items, onClick: ({ key }) => onKind(key as LineKind) }}>
            <button type="button" aria-label={t("import.lineKind", { row: row.row, kind: t(`line.${row.kind}`) })}>
              {t(`line.${row.kind}`)}
            </button>
          </Dropdown>
        </td>
        {WHOLE.includes(row.kind) ? (
          <td colSpan={wide}>{row.cells.filter((cell) => cell !== "").join("　　")}</td>
        ) : (
          Array.from({ length: wide }, (_, n) => (
            <Cell key={n} row={row} n={n} sheet={sheet} bad={bad?.has(n) ?? false} />
          ))
        )}
      </tr>
    );
  },
  (a, b) => a.row === b.row && a.sheet === b.sheet,
);

const NUMBERS = ["total", "plan", "done_total", "done_year", "done_month", "done_prior", "arrived", "need", "seq"];

function Cell({ row, n, sheet, bad }: { row: GridRow; n: number; sheet: SheetUnderstanding; bad: boolean }) {
  const { t } = useTranslation();
  const { unit, lang } = useDesk();
  const field = sheet.columns.find((c) => c.index === n)?.field;
  const text = row.cells[n] ?? "";
  const converted = row.converted[n];
  const isDay = converted !== undefined && /^\d{4}-\d\d-\d\d/.test(converted);
  const isMoney = field !== undefined && NUMBERS.includes(field) && field !== "need" && field !== "seq";
  const read =
    converted === undefined
      ? null
      : isDay
        ? wordDay(converted, lang)
        : isMoney && /^-?\d+$/.test(converted)
          ? `${showMoney(Number(converted), unit)} ${t(`money.${unit}`)}`
          : converted;
  const number = field !== undefined && NUMBERS.includes(field) && row.kind !== "header" && row.kind !== "title";
  const kind = [number && "num", bad && "bad", field === "ignore" && "nomap"].filter(Boolean).join(" ");
  const hint = bad ? t("import.badTotal") : read === null ? text : t("import.readAs", { text, read });
  return (
    <td className={kind || undefined} title={hint === "" ? undefined : hint}>
      {text}
      {read !== null && <i className="cv" />}
    </td>
  );
}

function widthOf(sheet: SheetUnderstanding, n: number): number {
  switch (sheet.columns.find((c) => c.index === n)?.field) {
    case "seq":
      return 72;
    case "name":
      return 216;
    case "progress":
    case "issue":
    case "content":
      return 200;
    case "enterprise":
      return 160;
    case "total":
    case "plan":
    case "done_total":
    case "done_year":
      return 136;
    default:
      return 112;
  }
}

function letterOf(n: number): string {
  return n < 26 ? String.fromCharCode(65 + n) : letterOf(Math.floor(n / 26) - 1) + letterOf(n % 26);
}
