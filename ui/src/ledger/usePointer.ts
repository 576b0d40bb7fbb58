import { type MouseEvent, type RefObject, useEffect, useRef } from "react";
import { type Chosen, one, type Spot } from "./range";

interface Of {
  scroll: RefObject<HTMLDivElement | null>;
  chosen: Chosen;
  choose: (chosen: Chosen) => void;
  /** Keeps what is being typed. */
  keep: () => void;
  focus: () => void;
  edit: (spot: Spot) => void;
  peek: (spot: Spot) => void;
  fold: (line: number) => void;
  tick: (line: number, stretch: boolean) => void;
  isLight: (column: number) => boolean;
  /** The whole of what a cell shows. */
  hint: (spot: Spot) => string;
}

const spotOf = (target: EventTarget | null): Spot | null => {
  const here = target instanceof Element ? target : null;
  // The line for a new project has one cell, however wide it is.
  const cell =
    here?.closest<HTMLElement>("[data-spot]") ?? here?.closest(".line.new")?.querySelector<HTMLElement>("[data-spot]");
  const [line, column] = (cell?.dataset.spot ?? "").split(":").map(Number);
  return line === undefined || column === undefined || Number.isNaN(line) ? null : { line, column };
};

const dataLine = (target: EventTarget | null, name: "tick" | "look" | "fold"): number | null => {
  const found = target instanceof Element ? target.closest<HTMLElement>(`[data-${name}]`) : null;
  return found ? Number(found.dataset[name]) : null;
};

/** The mouse over the cells: a click chooses, dragging and Shift stretch, a double click edits. */
export function usePointer(of: Of) {
  const now = useRef(of);
  now.current = of;
  const drag = useRef<{ from: Spot; x: number; y: number } | null>(null);

  useEffect(() => {
    let timer = 0;
    const stretch = (x: number, y: number) => {
      const { scroll, choose } = now.current;
      const box = scroll.current?.getBoundingClientRect();
      if (!drag.current || !box) return;
      const inside = document.elementFromPoint(
        Math.max(box.left + 1, Math.min(box.right - 20, x)),
        Math.max(box.top + 26, Math.min(box.bottom - 32, y)),
      );
      const to = spotOf(inside);
      if (to) choose({ at: drag.current.from, from: drag.current.from, to });
    };
    const pull = () => {
      const { scroll } = now.current;
      const box = scroll.current;
      if (!box || !drag.current) return;
      const { x, y } = drag.current;
      const edge = box.getBoundingClientRect();
      const by = (at: number, low: number, high: number) => (at < low ? at - low : at > high ? at - high : 0);
      const [right, down] = [by(x, edge.left, edge.right - 20), by(y, edge.top + 26, edge.bottom - 32)];
      if (right === 0 && down === 0) return;
      box.scrollBy(right / 2, down / 2);
      stretch(x, y);
    };
    const move = (e: globalThis.MouseEvent) => {
      if (!drag.current) return;
      drag.current = { ...drag.current, x: e.clientX, y: e.clientY };
      stretch(e.clientX, e.clientY);
      if (timer === 0) timer = window.setInterval(pull, 40);
    };
    const end = () => {
      drag.current = null;
      window.clearInterval(timer);
      timer = 0;
    };
    window.addEventListener("mousemove", move);
    window.addEventListener("mouseup", end);
    return () => {
      end();
      window.removeEventListener("mousemove", move);
      window.removeEventListener("mouseup", end);
    };
  }, []);

  return {
    // The hint of a cell is made when somebody asks for it: a sheet has hundreds.
    onMouseOver: (e: MouseEvent) => {
      const cell = e.target instanceof Element ? e.target.closest<HTMLElement>("[data-spot]") : null;
      const spot = spotOf(cell);
      if (cell && spot && !cell.hasAttribute("aria-invalid")) cell.title = now.current.hint(spot);
    },
    onMouseDown: (e: MouseEvent) => {
      const spot = spotOf(e.target);
      const [tick, look, fold] = (["tick", "look", "fold"] as const).map((name) => dataLine(e.target, name));
      if (e.button !== 0 || (spot === null && tick === null)) return;
      // The field keeps the focus, so that typing goes on.
      e.preventDefault();
      const { chosen, choose, isLight, peek, keep, focus } = now.current;
      keep();
      focus();
      if (typeof tick === "number") return now.current.tick(tick, e.shiftKey);
      if (spot === null) return;
      if (typeof fold === "number") {
        choose(one(spot));
        now.current.fold(fold);
      } else if (typeof look === "number" || isLight(spot.column)) peek(spot);
      else if (e.shiftKey) choose({ ...chosen, to: spot });
      else {
        choose(one(spot));
        drag.current = { from: spot, x: e.clientX, y: e.clientY };
      }
    },
    onDoubleClick: (e: MouseEvent) => {
      const spot = spotOf(e.target);
      if (spot === null || dataLine(e.target, "fold") !== null || dataLine(e.target, "look") !== null) return;
      if (!now.current.isLight(spot.column)) now.current.edit(spot);
    },
  };
}
