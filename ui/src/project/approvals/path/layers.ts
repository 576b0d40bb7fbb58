/** Items as a graph, from left to right by what must come before: layers, order in each, and the ways of the lines. No picture is made here. */

export interface Item {
  code: string;
  /** Codes it waits for, any of each group. */
  needs: readonly (readonly string[])[];
}

/** What one item waits for: all of these groups, of each any one. */
export interface Group {
  to: string;
  from: string[];
}

export interface Layers {
  /** From left to right, from top to bottom. */
  layers: string[][];
  /** Items that wait for none and none waits for. */
  alone: string[];
  groups: Group[];
  /** Way points of lines that pass a layer. */
  passing: Map<string, string[]>;
}

const edgeKey = (from: string, to: string) => `${from}>${to}`;

/** The groups as far as their items are there. */
function groupsOf(items: readonly Item[]): Group[] {
  const there = new Set(items.map((item) => item.code));
  return items.flatMap((item) =>
    item.needs.flatMap((group) => {
      const from = [...new Set(group)].filter((code) => there.has(code) && code !== item.code);
      return from.length > 0 ? [{ to: item.code, from }] : [];
    }),
  );
}

/** Each behind all it waits for. In a circle whoever comes first in the list goes first. */
function depths(items: readonly Item[], groups: readonly Group[]): Map<string, number> {
  const before = new Map<string, Set<string>>(items.map((item) => [item.code, new Set<string>()]));
  for (const group of groups) for (const code of group.from) before.get(group.to)?.add(code);
  const depth = new Map<string, number>();
  const open = items.map((item) => item.code);
  while (open.length > 0) {
    const free = open.findIndex((code) => [...(before.get(code) ?? [])].every((other) => depth.has(other)));
    const [code] = open.splice(Math.max(free, 0), 1);
    if (code === undefined) break;
    const behind = [...(before.get(code) ?? [])].flatMap((other) => depth.get(other) ?? []);
    depth.set(code, Math.max(-1, ...behind) + 1);
  }
  return depth;
}

/** What waits for nothing stands just before the first that waits for it. */
function drawnIn(depth: Map<string, number>, groups: readonly Group[]): void {
  const waiting = new Set(groups.map((group) => group.to));
  for (const code of depth.keys()) {
    if (waiting.has(code)) continue;
    const after = groups.filter((group) => group.from.includes(code)).flatMap((group) => depth.get(group.to) ?? []);
    if (after.length > 0) depth.set(code, Math.max(0, Math.min(...after) - 1));
  }
}

export function layersOf(items: readonly Item[]): Layers {
  const groups = groupsOf(items);
  const depth = depths(items, groups);
  drawnIn(depth, groups);
  const linked = new Set(groups.flatMap((group) => [group.to, ...group.from]));
  const alone = items.map((item) => item.code).filter((code) => !linked.has(code));
  const count = Math.max(-1, ...[...linked].map((code) => depth.get(code) ?? 0)) + 1;
  const layers: string[][] = Array.from({ length: count }, () => []);
  for (const { code } of items) if (linked.has(code)) layers[depth.get(code) ?? 0]?.push(code);

  const passing = new Map<string, string[]>();
  const beside: [string, string][] = [];
  for (const group of groups) {
    for (const from of group.from) {
      const [low, high] = [depth.get(from) ?? 0, depth.get(group.to) ?? 0];
      const way: string[] = [];
      for (let layer = low + 1; layer < high; layer += 1) {
        const point = `${edgeKey(from, group.to)}@${layer}`;
        way.push(point);
        if (!layers[layer]?.includes(point)) layers[layer]?.push(point);
      }
      passing.set(edgeKey(from, group.to), way);
      const all = [from, ...way, group.to];
      if (high > low) beside.push(...all.slice(1).map((code, n): [string, string] => [all[n] ?? from, code]));
    }
  }
  untangle(layers, beside);
  return { layers, alone, groups, passing };
}

/** Every layer is ordered by the middle of what stands beside it, from the left and from the right in turn. */
function untangle(layers: string[][], beside: readonly [string, string][]): void {
  const sort = (layer: string[], other: readonly string[], pairs: Map<string, string[]>) => {
    const at = new Map(other.map((code, n) => [code, n / Math.max(1, other.length - 1)]));
    const middle = (code: string, n: number) => {
      const places = (pairs.get(code) ?? []).flatMap((one) => at.get(one) ?? []);
      if (places.length === 0) return n / Math.max(1, layer.length - 1);
      return places.reduce((sum, place) => sum + place, 0) / places.length;
    };
    const keyed = layer.map((code, n) => ({ code, key: middle(code, n) }));
    layer.splice(0, layer.length, ...keyed.sort((a, b) => a.key - b.key).map(({ code }) => code));
  };
  const backward = neighbours(beside.map(([from, to]) => [to, from]));
  const forward = neighbours(beside);
  for (let round = 0; round < 6; round += 1) {
    for (let n = 1; n < layers.length; n += 1) sort(layers[n] ?? [], layers[n - 1] ?? [], backward);
    for (let n = layers.length - 2; n >= 0; n -= 1) sort(layers[n] ?? [], layers[n + 1] ?? [], forward);
  }
}

function neighbours(pairs: readonly (readonly [string, string])[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [from, to] of pairs) found.set(from, [...(found.get(from) ?? []), to]);
  return found;
}

export const wayOf = (graph: Layers, from: string, to: string): string[] => graph.passing.get(edgeKey(from, to)) ?? [];

/** What an item waits for, and what waits for it. */
export function besides(graph: Layers, code: string): { before: string[]; after: string[] } {
  const before = graph.groups.filter((group) => group.to === code).flatMap((group) => group.from);
  const after = graph.groups.filter((group) => group.from.includes(code)).map((group) => group.to);
  return { before: [...new Set(before)], after: [...new Set(after)] };
}
