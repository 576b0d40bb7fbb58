/** Days lost, by who had the step in hand. */
import type { Charge } from "../../../bindings/types";

/** Whose the days are: a unit's, the applicant's, or others' who inspect, test or review. */
export type Whose = "units" | "applicant" | "third";

export interface Lost {
  whose: Whose;
  holder: string | null;
  holder_en: string | null;
  days: number;
  charges: Charge[];
}

export const whose = ({ applicant, third }: Charge): Whose => (applicant ? "applicant" : third ? "third" : "units");

const sum = (charges: Charge[]) => charges.reduce((days, one) => days + one.days, 0);

/** A part for each who lost days, the most first; what lies with others than unit and applicant comes last. */
export function lostBy(charges: Charge[]): Lost[] {
  const parts = new Map<string, Charge[]>();
  for (const one of charges) {
    const key = `${whose(one)} ${one.holder ?? ""}`;
    parts.set(key, [...(parts.get(key) ?? []), one]);
  }
  const found = [...parts.values()].flatMap((some) => {
    const [first] = some;
    if (!first) return [];
    return [{ whose: whose(first), holder: first.holder, holder_en: first.holder_en, days: sum(some), charges: some }];
  });
  return found.sort((a, b) => Number(a.whose === "third") - Number(b.whose === "third") || b.days - a.days);
}

/** The sums that are said in one line. */
export function lostSums(charges: Charge[]): { whose: Whose; days: number }[] {
  const of = (one: Whose) => ({ whose: one, days: sum(charges.filter((charge) => whose(charge) === one)) });
  return [of("units"), of("applicant"), of("third")].filter((one) => one.days > 0);
}
