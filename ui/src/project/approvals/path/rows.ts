import type { Listed } from "../../../bindings/types";
import { grouped } from "../../../lib/group";

/** A line of the chart: the head of a stage, or an item. */
export interface Row {
  stage: string;
  stage_en: string;
  item: Listed | null;
}

export function rowsOf(items: readonly Listed[]): Row[] {
  return grouped(items, (item) => item.stage_no).flatMap(([, group]) => {
    const [first] = group;
    const { stage = "", stage_en = "" } = first ?? {};
    return [{ stage, stage_en, item: null }, ...group.map((item) => ({ stage, stage_en, item }))];
  });
}
