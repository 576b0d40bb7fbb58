/** How high rows are: one line, two, or as many as their words need. */
import type { DeskInfo } from "../bindings/types";

export type RowHeight = "compact" | "standard" | "wrapped";

export const HEIGHTS: readonly RowHeight[] = ["compact", "standard", "wrapped"];

/** In pixels. Of wrapped rows the usual height, three lines: each is measured when it is there. */
export const SIZE: Record<RowHeight, number> = { compact: 24, standard: 40, wrapped: 56 };

export const heightOf = (desk: DeskInfo): RowHeight => HEIGHTS.find((one) => one === desk.row_height) ?? "wrapped";
