/** What the wizard keeps between its steps, and how corrections are added to it. */
import type {
  Basis,
  ColumnChoice,
  Corrections,
  Decision,
  LedgerFile,
  LineKind,
  SheetCorrections,
  SheetUnderstanding,
} from "../bindings/types";

export interface Asked {
  sender: string;
  /** `YYYY-MM` the figures stand for. */
  period: string;
  /** Whose figures they are; only those of 调度 come with the projects themselves. */
  basis: Basis;
  planYear: string;
  list: string;
  remember: boolean;
}

export type StepNumber = 1 | 2 | 3 | 4;

/** Sheets that will be read, by their place in the file. */
export function tables(sheets: SheetUnderstanding[]): SheetUnderstanding[] {
  return sheets.filter((sheet) => sheet.has_table);
}

/** 填报单位：… somewhere above or below the table. */
export function senderIn(sheets: SheetUnderstanding[]): string | null {
  for (const row of sheets.flatMap((sheet) => sheet.grid)) {
    for (const [at, cell] of row.cells.entries()) {
      const found = /(?:填报|报送|上报)单位(?:（[^）]*）)?\s*[:：]\s*(\S*)/.exec(cell);
      if (found) return found[1] || row.cells.slice(at + 1).find((next) => next !== "") || null;
    }
  }
  return null;
}

/** What is asked beside the file, with what is likely. */
export function firstAnswers(file: LedgerFile, today: string): Asked {
  const sheets = tables(file.understanding.sheets);
  const year = sheets.flatMap((sheet) => sheet.columns).find((c) => c.field === "plan" && c.year !== null)?.year;
  const sender = file.sender ?? senderIn(file.understanding.sheets) ?? "";
  return {
    sender,
    period: file.period ?? today.slice(0, 7),
    basis: file.basis,
    // Left empty, the core takes the year the title suggests, and leaves a plan whose figure stays in its year.
    planYear: String(year ?? ""),
    list: "",
    remember: sender !== "",
  };
}

const NOTHING: SheetCorrections = { read: null, header: null, unit: null, columns: {}, lines: {} };

/** The corrections with one sheet's changed. */
export function corrected(all: Corrections, sheet: string, change: Partial<SheetCorrections>): Corrections {
  const old = all.sheets[sheet] ?? NOTHING;
  return { ...all, sheets: { ...all.sheets, [sheet]: { ...old, ...change } } };
}

export function withColumn(all: Corrections, sheet: string, index: number, choice: ColumnChoice): Corrections {
  return corrected(all, sheet, { columns: { ...all.sheets[sheet]?.columns, [index]: choice } });
}

export function withLine(all: Corrections, sheet: string, row: number, kind: LineKind): Corrections {
  return corrected(all, sheet, { lines: { ...all.sheets[sheet]?.lines, [row]: kind } });
}

/** `E8` → column 4, row 8; null for addresses of whole rows or columns. */
export function place(address: string): { column: number; row: number } | null {
  const found = /^([A-Z]{1,3})(\d+)$/.exec(address);
  if (!found?.[1]) return null;
  const column = [...found[1]].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { column, row: Number(found[2]) };
}

export function size(bytes: number): string {
  return bytes < 1 << 20 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / (1 << 20)).toFixed(1)} MB`;
}

/** A decision on one row of the preview; what is not said stays as it was. */
export function decision(key: number, change: Partial<Decision>): Decision {
  return { key, ticked: null, field: null, text: null, duplicate: null, ...change };
}
