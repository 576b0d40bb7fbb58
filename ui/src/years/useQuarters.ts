/** 季度目标 beside what there is: the year's 调度 reports up to the end of each quarter, as the board adds them up. */
import type { YearTarget } from "../bindings/types";
import { useDesk } from "../desk";
import { EVERYWHERE } from "../ledger/search";
import { useAsk } from "../query";
import { dayOfQuarter } from "./quarter";

export interface Done {
  /** 元, since 1 January. */
  done: number;
  /** 1 to 12: the newest month that was reported. */
  month: number;
  /** The quarter's last month is not reported. */
  open: boolean;
}

/** What was completed up to the end of a quarter; none where it has not begun, nobody set a target or nothing was reported. */
function useQuarter(target: YearTarget, quarter: 1 | 2 | 3 | 4): Done | null {
  const { desk } = useDesk();
  const day = target[`quarter${quarter}`] === null ? null : dayOfQuarter(target.year, quarter, desk.today);
  const query = { scope: { ...EVERYWHERE, list: target.list }, as_of: day };
  const { data, isPlaceholderData } = useAsk("board_get", query, day !== null);
  if (day === null || !data || isPlaceholderData) return null;
  const { month, done } = data.invested;
  return month === null ? null : { done, month, open: month < quarter * 3 };
}

export function useQuarters(
  target: YearTarget,
): Record<"quarter1" | "quarter2" | "quarter3" | "quarter4", Done | null> {
  return {
    quarter1: useQuarter(target, 1),
    quarter2: useQuarter(target, 2),
    quarter3: useQuarter(target, 3),
    quarter4: useQuarter(target, 4),
  };
}
