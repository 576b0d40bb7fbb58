import { expect, test } from "vitest";
import { advanced, type Chosen, moved, one, rectOf, within } from "./range";

const room = { lines: 100, columns: 18, page: 20 };
const at = one({ line: 5, column: 3 });
const go = (key: string, how: { ctrl?: boolean; shift?: boolean } = {}, from: Chosen = at) =>
  moved(from, { key, ctrl: how.ctrl ?? false, shift: how.shift ?? false }, room);

test("keys lead where a sheet's keys lead", () => {
  expect(go("ArrowDown")?.at).toEqual({ line: 6, column: 3 });
  expect(go("PageDown")?.at).toEqual({ line: 25, column: 3 });
  expect(go("PageUp")?.at).toEqual({ line: 0, column: 3 });
  expect(go("Home")?.at).toEqual({ line: 5, column: 0 });
  expect(go("End", { ctrl: true })?.at).toEqual({ line: 99, column: 17 });
  expect(go("ArrowDown", { ctrl: true })?.at).toEqual({ line: 99, column: 3 });
  expect(go("ArrowUp", { ctrl: true })?.at).toEqual({ line: 0, column: 3 });
  expect(go("ArrowUp", { ctrl: true }, one({ line: 0, column: 3 }))?.at).toEqual({ line: -1, column: 3 });
  expect(go("ArrowUp", {}, one({ line: -1, column: 3 }))?.at).toEqual({ line: -1, column: 3 });
  expect(go("ArrowRight", {}, one({ line: 0, column: 17 }))?.at).toEqual({ line: 0, column: 17 });
  expect(go("a")).toBeNull();
});

test("Shift stretches a range and never into the heads", () => {
  const wide = go("ArrowRight", { shift: true }, go("ArrowDown", { shift: true }) ?? at) ?? at;
  expect(wide.at).toEqual({ line: 5, column: 3 });
  expect(rectOf(wide)).toEqual({ top: 5, bottom: 6, left: 3, right: 4 });
  expect(rectOf(go("Home", { shift: true, ctrl: true }) ?? at)).toEqual({ top: 0, bottom: 5, left: 0, right: 3 });
  const top = one({ line: 0, column: 3 });
  expect(rectOf(go("ArrowUp", { shift: true }, top) ?? top).top).toBe(0);
  // The next move without Shift starts from the cell in turn.
  expect(go("ArrowDown", {}, wide)).toEqual(one({ line: 6, column: 3 }));
});

test("Enter goes down and Tab right, inside a range round and round", () => {
  expect(advanced(at, "down", room).at).toEqual({ line: 6, column: 3 });
  expect(advanced(at, "right", room).at).toEqual({ line: 5, column: 4 });
  expect(advanced(one({ line: 0, column: 3 }), "up", room).at).toEqual({ line: 0, column: 3 });
  const block: Chosen = { at: { line: 2, column: 1 }, from: { line: 2, column: 1 }, to: { line: 3, column: 2 } };
  const walk = (by: "down" | "right" | "left") => {
    const seen: string[] = [];
    let now = block;
    for (let n = 0; n < 4; n++) {
      now = advanced(now, by, room);
      seen.push(`${now.at.line}:${now.at.column}`);
      expect(rectOf(now)).toEqual({ top: 2, bottom: 3, left: 1, right: 2 });
    }
    return seen.join(" ");
  };
  expect(walk("down")).toBe("3:1 2:2 3:2 2:1");
  expect(walk("right")).toBe("2:2 3:1 3:2 2:1");
  expect(walk("left")).toBe("3:2 3:1 2:2 2:1");
});

test("a spot beyond the sheet is brought back", () => {
  expect(within({ line: 500, column: 40 }, room)).toEqual({ line: 99, column: 17 });
});
