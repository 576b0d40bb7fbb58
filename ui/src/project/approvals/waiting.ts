/** What of a project's approvals is in somebody's hands, as the core says, the most pressing first. */
import type { InHand, Listed } from "../../bindings/types";

export interface Waits {
  item: Listed;
  hand: InHand;
}

/** Overdue ones first, then by the days left; what has no due day comes last, the longest held first. */
function pressing(a: Waits, b: Waits): number {
  const left = (one: Waits) => one.item.days_left ?? 9999;
  return left(a) - left(b) || (b.hand.days ?? 0) - (a.hand.days ?? 0);
}

export function inHand(items: readonly Listed[]): Waits[] {
  return items.flatMap((item) => (item.in_hand ? [{ item, hand: item.in_hand }] : [])).sort(pressing);
}

/** The item in hand that holds the path up: overdue, else the one held longest. */
export function stuckOn(held: readonly Waits[]): Waits | null {
  const critical = held.filter(({ item }) => item.critical);
  const late = critical.find(({ item }) => (item.days_left ?? 0) < 0);
  return late ?? critical.toSorted((a, b) => (b.hand.days ?? 0) - (a.hand.days ?? 0))[0] ?? null;
}
