/** The rows somebody last looked at in the ledger: what leads from one project to the next. */
import type { ProjectQuery } from "../bindings/types";
import { type LedgerSearch, toQuery } from "./search";

let last: LedgerSearch = {};

export function keepTrail(search: LedgerSearch): void {
  last = search;
}

/** What the ledger was last asked, to go back to it. */
export const lastSearch = (): LedgerSearch => last;

/** The ledger's last question, without its window. */
export const trail = (): ProjectQuery => ({ ...toQuery(last, 0, 0), with_sums: false });

/** The whole ledger as it was entered, for a project that is not among those rows. */
export const everything = (): ProjectQuery => ({ ...toQuery({}, 0, 0), with_sums: false });
