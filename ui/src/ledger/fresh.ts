/** 本月新变化 (practice C34): cells of the report being filled in that say something else than the report before. */
import type { Column, ProjectRow, ReportBefore } from "../bindings/types";

const REPORTED = ["image", "issue", "done_total", "done_year"] as const;

const isReported = (column: Column) => REPORTED.find((one) => one === column);

/** The report a cell is new against; none where it says the same, or where the newest report is not the one of `month`. */
export function newAgainst(row: ProjectRow, column: Column, month: string): ReportBefore | null {
  const { before } = row;
  const field = isReported(column);
  if (!before || !field || row.period !== month || before[field] === row[field]) return null;
  // 本年完成 begins anew each year.
  const anew = field === "done_year" && before.period.slice(0, 4) !== month.slice(0, 4);
  return anew ? null : before;
}
