import { useDesk } from "../desk";
import { useDo } from "../query";

export type RowHeight = "compact" | "standard" | "wrapped";

export const HEIGHTS: readonly RowHeight[] = ["compact", "standard", "wrapped"];

/** One line a row, two, or as many as its words need; kept on this computer. */
export function useRowHeight(): [RowHeight, (height: RowHeight) => void] {
  const { desk } = useDesk();
  const save = useDo("setting_save");
  const height = HEIGHTS.find((one) => one === desk.row_height) ?? "wrapped";
  return [height, (value) => save.mutate({ key: "row_height", value })];
}
