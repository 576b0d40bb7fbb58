/** Days lost, by who had the step in hand. */
import type { Charge, Listed } from "../../../bindings/types";
import { i18next } from "../../../i18n";

/** Whose the days are: a unit's, the applicant's, or others' who inspect, test or review. */
export type Whose = "units" | "applicant" | "third";

/** Days lost, of each unit: working days and calendar days are two figures. */
export interface LostDays {
  working: number;
  calendar: number;
}

export interface Lost {
  whose: Whose;
  holder: string | null;
  holder_en: string | null;
  days: LostDays;
  charges: Charge[];
}

export const whose = ({ applicant, third }: Charge): Whose => (applicant ? "applicant" : third ? "third" : "units");

const sum = (charges: Charge[]): LostDays => {
  const of = (unit: Charge["unit"]) =>
    charges.filter((one) => one.unit === unit).reduce((days, one) => days + one.days, 0);
  return { working: of("working"), calendar: of("calendar") };
};

const most = (a: LostDays, b: LostDays) => b.working - a.working || b.calendar - a.calendar;

/** A part for each who lost days, the most working days first; what lies with others than unit and applicant comes last. */
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
  return found.sort((a, b) => Number(a.whose === "third") - Number(b.whose === "third") || most(a.days, b.days));
}

/** The limit an item is late by: the promise if there is one, else the law's. */
export const bindingOf = (item: Listed | undefined): "promised" | "statutory" =>
  item?.promised ? "promised" : "statutory";

/** Begun or decided approvals of which nobody can say whether they were late, by reason. */
export function unjudged(items: readonly Listed[]): { why: "no_limit" | "no_acceptance"; count: number }[] {
  const needed = items.filter(
    (item) => item.waived === null && (item.accepted_on !== null || item.decided_on !== null),
  );
  const bound = (item: Listed) => item.promised !== null || item.statutory !== null;
  const found = [
    { why: "no_limit" as const, count: needed.filter((item) => !bound(item)).length },
    { why: "no_acceptance" as const, count: needed.filter((item) => bound(item) && item.accepted_on === null).length },
  ];
  return found.filter(({ count }) => count > 0);
}

/** The sums that are said in one line. */
export function lostSums(charges: Charge[]): { whose: Whose; days: LostDays }[] {
  const of = (one: Whose) => ({ whose: one, days: sum(charges.filter((charge) => whose(charge) === one)) });
  return [of("units"), of("applicant"), of("third")].filter(({ days }) => days.working + days.calendar > 0);
}

/** 12 个工作日, 10 个日历日, or both. */
export function lostWords({ working, calendar }: LostDays): string {
  const said = {
    working: i18next.t("ways.lost.sum", { count: working }),
    calendar: i18next.t("ways.lost.inDays", { count: calendar }),
  };
  if (working > 0 && calendar > 0) return i18next.t("ways.lost.both", said);
  return calendar > 0 ? said.calendar : said.working;
}
