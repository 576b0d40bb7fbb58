import { useDesk } from "../desk";
import { useDo } from "../query";
import { heightOf, type RowHeight } from "./rowHeight";

/** How high rows are, and choosing it; kept on this computer. */
export function useRowHeight(): [RowHeight, (height: RowHeight) => void] {
  const { desk } = useDesk();
  const save = useDo("setting_save");
  return [heightOf(desk), (value) => save.mutate({ key: "row_height", value })];
}
