/** Since when: part of the address, so that it stays on the way back. */
export type Days = 1 | 7 | 30;

export interface Period {
  days?: Days;
  /** A day, `2022-03-28`; without either, seven days. */
  since?: string;
}

export function readPeriod(search: Record<string, unknown>): Period {
  const days = Number(search.days);
  if (days === 1 || days === 7 || days === 30) return { days };
  const since = search.since;
  return typeof since === "string" && /^\d{4}-\d{2}-\d{2}$/.test(since) ? { since } : {};
}

/** The day the period begins with: 7 days are today and the six before. */
export function firstDay({ days, since }: Period, today: string): string {
  if (since) return since;
  const back = (days ?? 7) - 1;
  return new Date(Date.parse(`${today}T00:00:00Z`) - back * 86_400_000).toISOString().slice(0, 10);
}

/** The moment before the day begins in Beijing; what is later is listed. */
export const beforeDay = (day: string): number => Date.parse(`${day}T00:00:00+08:00`) - 1;
