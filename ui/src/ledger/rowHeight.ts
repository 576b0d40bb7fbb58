/** How high rows are: one line, two, or as many as their words need. */
import type { DeskInfo } from "../bindings/types";

export type RowHeight = "compact" | "standard" | "wrapped";

export const HEIGHTS: readonly RowHeight[] = ["compact", "standard", "wrapped"];

export const heightOf = (desk: DeskInfo): RowHeight => HEIGHTS.find((one) => one === desk.row_height) ?? "wrapped";
