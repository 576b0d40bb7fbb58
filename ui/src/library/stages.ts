import type { TemplateItem } from "../bindings/types";

/** One item of each stage, in the order of the stages. */
export function stagesOf(items: readonly TemplateItem[]): TemplateItem[] {
  const first = items.filter(
    (row, n) => items.findIndex((one) => one.stage_no === row.stage_no && one.stage === row.stage) === n,
  );
  return first.sort((a, b) => a.stage_no - b.stage_no);
}
