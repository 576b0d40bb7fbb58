/** Lines of the sheet: rows of projects, under group lines where there are groups, and the line for a new project. */
import type { Group } from "../bindings/types";

export type LineAt =
  | { kind: "group"; group: Group; open: boolean }
  /** `row` counts through the whole result, from 0. */
  | { kind: "row"; row: number }
  | { kind: "new" };

export interface Lines {
  count: number;
  at: (line: number) => LineAt;
  /** The line of a row; −1 while its group is closed. */
  ofRow: (row: number) => number;
  /** Rows shown on lines `first` to `last`, in order. */
  rows: (first: number, last: number) => number[];
}

export const groupKey = (group: Group) => group.key ?? "";

/** Lines of rows in groups, some of them closed. */
export function linesOf(count: number, groups: readonly Group[], closed: ReadonlySet<string>, withNew: boolean): Lines {
  return groups.length === 0 ? plain(count, withNew) : inGroups(groups, closed, withNew);
}

function plain(count: number, withNew: boolean): Lines {
  return {
    count: count + (withNew ? 1 : 0),
    at: (line) => (line < count ? { kind: "row", row: line } : { kind: "new" }),
    ofRow: (row) => (row < count ? row : -1),
    rows: (first, last) => span(Math.max(0, first), Math.min(count - 1, last)),
  };
}

const span = (first: number, last: number) =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n);

function inGroups(groups: readonly Group[], closed: ReadonlySet<string>, withNew: boolean): Lines {
  const starts: number[] = [];
  let line = 0;
  for (const group of groups) {
    starts.push(line);
    line += 1 + (closed.has(groupKey(group)) ? 0 : group.sums.count);
  }
  const total = line;
  const of = (at: number) => {
    const n = lastAtMost(starts, at);
    return { group: groups[n] as Group, start: starts[n] as number };
  };
  const at = (where: number): LineAt => {
    if (where >= total) return { kind: "new" };
    const { group, start } = of(where);
    if (where === start) return { kind: "group", group, open: !closed.has(groupKey(group)) };
    return { kind: "row", row: group.first + where - start - 1 };
  };
  return {
    count: total + (withNew ? 1 : 0),
    at,
    ofRow: (row) => {
      const n = lastAtMost(
        groups.map((g) => g.first),
        row,
      );
      const group = groups[n];
      if (!group || row - group.first >= group.sums.count || closed.has(groupKey(group))) return -1;
      return (starts[n] as number) + 1 + row - group.first;
    },
    rows: (first, last) => {
      const out: number[] = [];
      for (let where = Math.max(0, first); where <= Math.min(total - 1, last); where++) {
        const found = at(where);
        if (found.kind === "row") out.push(found.row);
      }
      return out;
    },
  };
}

/** Place of the last number that is not above `value`; numbers ascend. */
function lastAtMost(numbers: readonly number[], value: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] as number) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
