/** A list with one entry taken to another place. */
export function movedTo<T>(list: T[], from: number, to: number): T[] {
  const order = [...list];
  const [taken] = order.splice(from, 1);
  if (taken !== undefined) order.splice(Math.max(0, Math.min(order.length, to)), 0, taken);
  return order;
}
