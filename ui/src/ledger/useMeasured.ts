/** What the sheet takes from the screen: its width, and the heights of wrapped rows. */
import type { Virtualizer } from "@tanstack/react-virtual";
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import { painted } from "../lib/painted";

interface Room {
  width: number;
  height: number;
}

const KEPT = "room";
const windowNow = () => `${innerWidth} ${innerHeight}`;

/** The room the sheet had when it was last opened in a window of this size: its rows can be laid out before it is there. */
export function lastRoom(): Room {
  const { at, width, height } = JSON.parse(localStorage.getItem(KEPT) ?? "{}");
  return at === windowNow() ? { width, height } : { width: 0, height: 0 };
}

/** The width of a box, known before anything is laid out in it. */
export function useRoom(of: RefObject<HTMLElement | null>, last: Room): number {
  const [width, setWidth] = useState(last.width);
  useLayoutEffect(() => {
    const box = of.current;
    if (!box) return;
    const hear = () => {
      const room = { width: box.clientWidth, height: box.offsetHeight };
      setWidth(room.width);
      return room;
    };
    // With a room to go by, the frame is laid out together with its rows.
    if (last.width === 0) hear();
    const watch = new ResizeObserver(() => localStorage.setItem(KEPT, JSON.stringify({ at: windowNow(), ...hear() })));
    watch.observe(box);
    return () => watch.disconnect();
  }, [of, last]);
  return width;
}

/** Rows that are made beyond the edges: few until the first page stands. */
export function useBeyond(): number {
  const [beyond, setBeyond] = useState(1);
  useEffect(() => void painted.then(() => setBeyond(6)), []);
  return beyond;
}

/** Measures the rows that are there anew once something they depend on is another. */
export function useMeasured(virtual: Virtualizer<HTMLDivElement, Element>, on: readonly unknown[]): void {
  const before = useRef(on);
  useLayoutEffect(() => {
    if (on.every((one, n) => one === before.current[n])) return;
    before.current = on;
    virtual.measure();
    // Laid out by their usual heights first: a height is only kept where it differs from what is laid out.
    virtual.getTotalSize();
    for (const row of virtual.elementsCache.values()) virtual.measureElement(row);
  });
}
