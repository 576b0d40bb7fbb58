import { type KeyboardEvent, useRef, useState } from "react";
import { plusDays } from "./days";

export interface Turning {
  /** The day the keys stand on. */
  at: string;
  stand: (on: string) => void;
  /** A day is clicked; with Shift, all since the last one. */
  turn: (on: string, upTo: boolean) => void;
}

const STEPS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowRight: 1,
  ArrowUp: -7,
  ArrowDown: 7,
  PageUp: -28,
  PageDown: 28,
};

/** The arrows go from day to day, over the ends of months; Space and Enter turn a day. */
export function walk(e: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[e.key];
  const { on } = e.currentTarget.dataset;
  if (step === undefined || on === undefined) return;
  e.preventDefault();
  const to = `[data-on="${plusDays(on, step)}"]`;
  e.currentTarget.closest(".cal-work")?.querySelector<HTMLElement>(to)?.focus();
}

/** Days that are turned by mouse or keyboard. */
export function useTurning(first: string, turn: (on: string, since: string | null) => void): Turning {
  const [at, stand] = useState(first);
  const last = useRef<string | null>(null);
  return {
    at,
    stand,
    turn: (on, upTo) => {
      turn(on, upTo ? last.current : null);
      last.current = on;
    },
  };
}
