/** Cells that are chosen: where one stands, how far the choice reaches, and where keys lead. */

export interface Spot {
  /** −1 is the line of heads. */
  line: number;
  /** Place among the shown columns; −1 is the tick. */
  column: number;
}

export interface Chosen {
  /** The cell in turn; it lies in the range. */
  at: Spot;
  /** Where the range began. */
  from: Spot;
  /** How far it reaches. */
  to: Spot;
}

export interface Rect {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export const one = (at: Spot): Chosen => ({ at, from: at, to: at });

export function rectOf({ from, to }: Chosen): Rect {
  return {
    top: Math.min(from.line, to.line),
    bottom: Math.max(from.line, to.line),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  };
}

export const isOne = ({ from, to }: Chosen) => from.line === to.line && from.column === to.column;

export interface Room {
  lines: number;
  columns: number;
  /** Lines of a page. */
  page: number;
}

export interface Key {
  key: string;
  ctrl: boolean;
  shift: boolean;
}

const MOVES: Record<string, (at: Spot, ctrl: boolean, room: Room) => Spot> = {
  ArrowUp: (at, ctrl) => ({ ...at, line: ctrl && at.line > 0 ? 0 : at.line - 1 }),
  ArrowDown: (at, ctrl, room) => ({ ...at, line: ctrl ? room.lines - 1 : at.line + 1 }),
  ArrowLeft: (at, ctrl) => ({ ...at, column: ctrl ? 0 : at.column - 1 }),
  ArrowRight: (at, ctrl, room) => ({ ...at, column: ctrl ? room.columns - 1 : at.column + 1 }),
  PageUp: (at, _, room) => ({ ...at, line: Math.max(0, at.line - room.page) }),
  PageDown: (at, _, room) => ({ ...at, line: at.line + room.page }),
  Home: (at, ctrl) => ({ line: ctrl ? 0 : at.line, column: 0 }),
  End: (at, ctrl, room) => ({ line: ctrl ? room.lines - 1 : at.line, column: room.columns - 1 }),
};

/** Where a key leads, or how it stretches what is chosen; null if it is no key that moves. */
export function moved(chosen: Chosen, { key, ctrl, shift }: Key, room: Room): Chosen | null {
  const move = MOVES[key];
  if (!move) return null;
  const from = shift ? chosen.to : chosen.at;
  const to = within(move(from, ctrl, room), room);
  if (!shift) return one(to);
  // Heads are never part of a range.
  return from.line < 0 ? one(to) : { ...chosen, to: { ...to, line: Math.max(0, to.line) } };
}

export function within({ line, column }: Spot, room: Room): Spot {
  return {
    line: Math.max(-1, Math.min(room.lines - 1, line)),
    column: Math.max(0, Math.min(room.columns - 1, column)),
  };
}

/** Enter and Tab go through a range cell by cell, and from one cell to the next. */
export function advanced(chosen: Chosen, by: "down" | "up" | "right" | "left", room: Room): Chosen {
  const steps = { down: [1, 0], up: [-1, 0], right: [0, 1], left: [0, -1] } as const;
  const [lines, columns] = steps[by];
  const { at } = chosen;
  if (isOne(chosen)) {
    const to = within({ line: at.line + lines, column: at.column + columns }, room);
    return one(to.line < 0 ? at : to);
  }
  const rect = rectOf(chosen);
  const [high, wide] = [rect.bottom - rect.top + 1, rect.right - rect.left + 1];
  const [l, c] = [at.line - rect.top, at.column - rect.left];
  const places = high * wide;
  const place = lines !== 0 ? c * high + l : l * wide + c;
  const next = (((place + lines + columns) % places) + places) % places;
  const to =
    lines !== 0
      ? { line: rect.top + (next % high), column: rect.left + Math.floor(next / high) }
      : { line: rect.top + Math.floor(next / wide), column: rect.left + (next % wide) };
  return { ...chosen, at: to };
}

/** A choice that still lies in the sheet when it has become shorter. */
export function stillIn(chosen: Chosen, lines: number, columns: number): Chosen {
  const inside = ({ line, column }: Spot) => ({
    line: Math.min(line, Math.max(0, lines - 1)),
    column: Math.max(0, Math.min(column, columns - 1)),
  });
  return { at: inside(chosen.at), from: inside(chosen.from), to: inside(chosen.to) };
}
