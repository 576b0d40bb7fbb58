/** Where the boxes and lines of the graph stand, in pixels. */
import { besides, type Layers, wayOf } from "./layers";

export interface Size {
  /** Of a box. */
  width: number;
  height: number;
  /** Between two layers, and between two boxes of a layer. */
  across: number;
  down: number;
}

export interface Box {
  code: string;
  x: number;
  y: number;
}

export interface Line {
  from: string;
  to: string;
  d: string;
}

export interface Joint {
  /** The item that waits, and the alternatives it waits for. */
  to: string;
  from: string[];
  x: number;
  y: number;
}

export interface Placed {
  boxes: Box[];
  lines: Line[];
  joints: Joint[];
  width: number;
  height: number;
}

/** The height a passing line keeps free, and the distance of a joint from its box. */
const LANE = 16;
const JOINT = 20;

export function place(graph: Layers, size: Size): Placed {
  const tops = stack(graph, size);
  const pitch = size.width + size.across;
  const boxes: Box[] = graph.layers.flatMap((layer, n) =>
    layer.filter((code) => !isLane(code)).map((code) => ({ code, x: n * pitch, y: tops.get(code) ?? 0 })),
  );
  const below = Math.max(0, ...boxes.map((box) => box.y + size.height + size.down));
  const columns = Math.max(graph.layers.length, Math.min(graph.alone.length, 5), 1);
  graph.alone.forEach((code, n) => {
    const row = Math.floor(n / columns);
    boxes.push({ code, x: (n % columns) * pitch, y: below + row * (size.height + size.down) });
  });
  const { lines, joints } = linesOf(graph, size, boxes, tops);
  return {
    boxes,
    lines,
    joints,
    width: Math.max(0, ...boxes.map((box) => box.x + size.width)),
    height: Math.max(0, ...boxes.map((box) => box.y + size.height), ...[...tops.values()].map((y) => y + LANE)),
  };
}

const isLane = (code: string) => code.includes("@");

/** The top of every box and lane: near what stands before it, never over its neighbour. */
function stack(graph: Layers, size: Size): Map<string, number> {
  const tops = new Map<string, number>();
  const tall = (code: string) => (isLane(code) ? LANE : size.height);
  const before = new Map<string, string[]>();
  for (const group of graph.groups) {
    for (const from of group.from) {
      const all = [from, ...wayOf(graph, from, group.to), group.to];
      all.slice(1).forEach((code, n) => {
        before.set(code, [...(before.get(code) ?? []), all[n] ?? from]);
      });
    }
  }
  for (const layer of graph.layers) {
    let free = Number.NEGATIVE_INFINITY;
    let off = 0;
    for (const code of layer) {
      const there = (before.get(code) ?? []).flatMap((one) => {
        const top = tops.get(one);
        return top === undefined ? [] : [top + tall(one) / 2];
      });
      const wish = there.length > 0 ? there.reduce((a, b) => a + b, 0) / there.length - tall(code) / 2 : null;
      const top = Math.max(wish ?? Math.max(free, 0), free);
      off += wish === null ? 0 : wish - top;
      tops.set(code, top);
      free = top + tall(code) + size.down;
    }
    const shift = layer.length > 0 ? off / layer.length : 0;
    for (const code of layer) tops.set(code, (tops.get(code) ?? 0) + shift);
  }
  const least = Math.min(0, ...tops.values());
  const first = tops.size > 0 ? Math.min(...tops.values()) : least;
  for (const [code, top] of tops) tops.set(code, Math.round(top - first));
  return tops;
}

function linesOf(graph: Layers, size: Size, boxes: readonly Box[], tops: ReadonlyMap<string, number>) {
  const at = new Map(boxes.map((box) => [box.code, box]));
  const pitch = size.width + size.across;
  const lines: Line[] = [];
  const joints: Joint[] = [];
  for (const { code, x, y } of boxes) {
    const middle = (from: string[]) => from.reduce((sum, one) => sum + (at.get(one)?.y ?? 0), 0) / from.length;
    const groups = graph.groups.filter((group) => group.to === code).sort((a, b) => middle(a.from) - middle(b.from));
    groups.forEach(({ from }, n) => {
      // Every group arrives at its own place on the left side of the box.
      const port = { x, y: Math.round(y + (size.height * (n + 1)) / (groups.length + 1)) };
      const joined = from.length > 1;
      const end = joined ? { x: x - JOINT, y: port.y } : port;
      if (joined) {
        joints.push({ to: code, from, ...end });
      }
      for (const one of from) {
        const start = at.get(one);
        if (!start) continue;
        const points = [{ x: start.x + size.width, y: start.y + size.height / 2 }];
        for (const lane of wayOf(graph, one, code)) {
          const left = Number(lane.slice(lane.indexOf("@") + 1)) * pitch;
          const middle = (tops.get(lane) ?? 0) + LANE / 2;
          points.push({ x: left, y: middle }, { x: left + size.width, y: middle });
        }
        lines.push({ from: one, to: code, d: curve([...points, end]) });
      }
    });
  }
  return { lines, joints };
}

/** Level where it leaves and where it arrives. */
function curve(points: readonly { x: number; y: number }[]): string {
  return points
    .map(({ x, y }, n) => {
      const last = points[n - 1];
      if (!last) return `M${x} ${y}`;
      if (last.y === y) return `H${x}`;
      const middle = (last.x + x) / 2;
      return `C${middle} ${last.y} ${middle} ${y} ${x} ${y}`;
    })
    .join("");
}

export type Way = "left" | "right" | "up" | "down";

/** Where an arrow leads: along the lines, or to the neighbour above and below in the same layer. */
export function nextBox(
  graph: Layers,
  placed: Placed,
  code: string,
  way: Way,
  critical: ReadonlySet<string>,
): string | null {
  const here = placed.boxes.find((box) => box.code === code);
  if (!here) return null;
  const near = (a: Box, b: Box) => Math.abs(a.y - here.y) - Math.abs(b.y - here.y);
  if (way === "left" || way === "right") {
    const { before, after } = besides(graph, code);
    const codes = way === "left" ? before : after;
    // Those of the nearest layer before those further on.
    const by = (a: Box, b: Box) => Math.abs(a.x - here.x) - Math.abs(b.x - here.x) || near(a, b);
    const found = placed.boxes.filter((box) => codes.includes(box.code)).sort(by);
    return (found.find((box) => critical.has(box.code)) ?? found[0])?.code ?? null;
  }
  const column = placed.boxes.filter((box) => box.x === here.x && (way === "up" ? box.y < here.y : box.y > here.y));
  return column.sort(near)[0]?.code ?? null;
}
