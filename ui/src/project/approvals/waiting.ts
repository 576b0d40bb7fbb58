/** Who holds what of a project's approvals, the most pressing first. */
import type { Listed, Missing } from "../../bindings/types";

export interface InHand {
  item: Listed;
  /** Absent where the applicant has to move. */
  holder: { zh: string; en: string } | null;
  /** Working days it has been there, as far as the core says. */
  days: number | null;
}

const onTheWay = (item: Listed) =>
  !item.done &&
  item.waived === null &&
  item.decided_on === null &&
  (item.submitted_on !== null || item.accepted_on !== null);

const applicantMoves = (item: Listed) => item.stopped || item.state === "correcting";

/** Overdue ones first, then by the days left; what has no due day comes last, the longest held first. */
function pressing(a: InHand, b: InHand): number {
  const left = (one: InHand) => one.item.days_left ?? 9999;
  return left(a) - left(b) || (b.days ?? 0) - (a.days ?? 0);
}

/** `missing` is what the core says of those that construction waits for. */
export function inHand(items: readonly Listed[], missing: readonly Missing[]): InHand[] {
  return items
    .filter(onTheWay)
    .map((item) => {
      const known = missing.find((one) => one.code === item.code);
      const name = item.approval?.holder ?? null;
      const holder = { zh: name ?? item.department, en: name ?? item.department_en };
      return { item, holder: applicantMoves(item) ? null : holder, days: known?.days ?? null };
    })
    .sort(pressing);
}

/** The item in hand that holds the path up: overdue, else the one held longest. */
export function stuckOn(held: readonly InHand[]): InHand | null {
  const critical = held.filter(({ item }) => item.critical);
  const late = critical.find(({ item }) => (item.days_left ?? 0) < 0);
  return late ?? critical.toSorted((a, b) => (b.days ?? 0) - (a.days ?? 0))[0] ?? null;
}
