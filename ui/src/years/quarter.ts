/** The day a quarter is looked at: its last, or today while it goes on. None before it begins. */
export function dayOfQuarter(year: number, quarter: 1 | 2 | 3 | 4, today: string): string | null {
  // A year that was turned is kept in a snapshot without its quarters, and what counts now is not what counted then.
  if (today.slice(0, 4) !== String(year)) return null;
  const month = (n: number) => String(n).padStart(2, "0");
  if (today < `${year}-${month(quarter * 3 - 2)}-01`) return null;
  const last = `${year}-${month(quarter * 3)}-${quarter === 1 || quarter === 4 ? 31 : 30}`;
  return today < last ? today : last;
}
