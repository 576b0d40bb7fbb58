/** Rows with a tick: some by name, or all that match but some. */
import type { ProjectId, ProjectQuery, ProjectRow, Sums } from "../bindings/types";
import { call } from "../rpc";

export interface Ticks {
  all: boolean;
  /** Those that are ticked; of all, those that are not. */
  rows: ReadonlyMap<ProjectId, ProjectRow>;
}

export const NO_TICKS: Ticks = { all: false, rows: new Map() };
export const ALL_TICKS: Ticks = { all: true, rows: new Map() };

export const isTicked = (ticks: Ticks, id: ProjectId) => ticks.all !== ticks.rows.has(id);

export function tickCount(ticks: Ticks, count: number): number {
  return ticks.all ? Math.max(0, count - ticks.rows.size) : ticks.rows.size;
}

/** Sets or takes the tick of rows. */
export function ticked(ticks: Ticks, rows: readonly ProjectRow[], on: boolean): Ticks {
  const changed = new Map(ticks.rows);
  for (const row of rows) {
    if (on !== ticks.all) changed.set(row.id, row);
    else changed.delete(row.id);
  }
  return { all: ticks.all, rows: changed };
}

export interface TickSums {
  count: number;
  /** Of them, those that the sums leave out. */
  aside: number;
  total: number;
  plan: number;
}

/** Sums of the ticked rows; sub-projects that count in their parent are left out, as everywhere. */
export function tickSums(ticks: Ticks, sums: Sums): TickSums {
  const some = { count: 0, aside: 0, total: 0, plan: 0 };
  for (const row of ticks.rows.values()) {
    some.count += 1;
    if (!row.counted) {
      some.aside += 1;
      continue;
    }
    some.total += row.total ?? 0;
    some.plan += row.plan ?? 0;
  }
  if (!ticks.all) return some;
  return {
    count: sums.count - some.count,
    aside: sums.count - sums.counted - some.aside,
    total: sums.total - some.total,
    plan: sums.plan - some.plan,
  };
}

/** Ids of the ticked rows, as they follow one another on the page. */
export async function tickedInOrder(ticks: Ticks, query: ProjectQuery): Promise<ProjectId[]> {
  const ids = await tickedIds(ticks, query);
  if (ticks.all || ids.length < 2) return ids;
  const { value } = await call("project_ids", { ...query, projects: ids });
  // What was edited since may no longer match; it is ticked all the same.
  const found = new Set(value);
  return [...value, ...ids.filter((id) => !found.has(id))];
}

/** Ids of the ticked rows; all of them are asked of the core. */
export async function tickedIds(ticks: Ticks, query: ProjectQuery): Promise<ProjectId[]> {
  if (!ticks.all) return [...ticks.rows.keys()];
  const { value } = await call("project_ids", query);
  return ticks.rows.size === 0 ? value : value.filter((id) => !ticks.rows.has(id));
}
