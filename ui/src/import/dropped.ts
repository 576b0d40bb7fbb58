/** A ledger that was dropped on another page, until the wizard takes it. */
import type { Chosen } from "../rpc";

type Get = () => Promise<Chosen>;

let waiting: Get | null = null;

export function leaveForImport(get: Get): void {
  waiting = get;
}

export function takeDropped(): Get | null {
  const get = waiting;
  waiting = null;
  return get;
}
