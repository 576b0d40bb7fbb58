/** The lines of the palette: hits by kind in the order of their best, or what is at hand while nothing is typed. */
import type { Found, Hit, HitKind } from "../bindings/types";

export type GroupName = HitKind | "pinned" | "recent";

export interface HitGroup {
  name: GroupName;
  hits: Hit[];
  /** How many there are; more than shown, perhaps. */
  count: number;
}

export function byKind(found: Found): HitGroup[] {
  const groups = new Map<HitKind, Hit[]>();
  for (const hit of found.hits) groups.set(hit.kind, [...(groups.get(hit.kind) ?? []), hit]);
  return [...groups].map(([name, hits]) => ({
    name,
    hits,
    count: found.counts.find((c) => c.kind === name)?.count ?? hits.length,
  }));
}

/** Pins, then what was opened last and is not pinned, then commands. */
export function atHand(pins: Hit[], recent: Hit[], commands: Hit[]): HitGroup[] {
  const fresh = recent.filter((hit) => !hit.pinned);
  const groups: HitGroup[] = [
    { name: "pinned", hits: pins, count: pins.length },
    { name: "recent", hits: fresh, count: fresh.length },
    { name: "command", hits: commands, count: commands.length },
  ];
  return groups.filter((group) => group.hits.length > 0);
}

export interface Piece {
  text: string;
  marked: boolean;
}

/** A text cut where typed words stand; spans count characters, not code units. */
export function pieces(text: string, spans: { from: number; to: number }[]): Piece[] {
  const chars = [...text];
  const marked = chars.map((_, at) => spans.some((span) => at >= span.from && at < span.to));
  const out: Piece[] = [];
  chars.forEach((char, at) => {
    const last = out.at(-1);
    if (last && last.marked === marked[at]) last.text += char;
    else out.push({ text: char, marked: marked[at] === true });
  });
  return out;
}
