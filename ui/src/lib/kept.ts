/** What is typed in a form stays until it is saved: when one leaves it and comes back, and when the window or the program was closed. */
import { useRef, useState, useSyncExternalStore } from "react";
import { useDesk } from "../desk";

/** Before everything an office keeps in the browser or the window that is not the desk's own. */
const OURS = "zhuanban.";
/** The number goes up when forms change their fields: what is older is not read. */
const DRAFT = `${OURS}draft.1.`;

/** What stands at a place; what cannot be read is thrown away rather than shown. */
function readKept<T>(place: string): Partial<T> | null {
  const text = localStorage.getItem(place);
  if (text === null) return null;
  try {
    return JSON.parse(text) as Partial<T>;
  } catch {
    localStorage.removeItem(place);
    return null;
  }
}

/** Who shows whether something typed is kept. */
const watchers = new Set<() => void>();
const tell = () => {
  for (const watcher of watchers) watcher();
};

function write(place: string, kept: object | null): void {
  try {
    if (kept === null) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(kept));
  } catch {
    // No room is left: it stays in the form as long as that is open.
  }
  tell();
}

const placeOf = (office: string | undefined, key: string) => `${DRAFT}${office ?? ""}.${key}`;

function watch(told: () => void): () => void {
  watchers.add(told);
  return () => watchers.delete(told);
}

/** Whether something typed and not saved waits in a form that is kept under one of these keys. */
export function useWaiting(keys: readonly string[]): boolean {
  const { desk } = useDesk();
  return useSyncExternalStore(watch, () =>
    keys.some((key) => localStorage.getItem(placeOf(desk.office?.id, key)) !== null),
  );
}

export interface Kept<T> {
  draft: T;
  /** Takes the fields that differ, or makes them from what stands there at that moment. */
  change: (part: Partial<T> | ((now: T) => Partial<T>)) => void;
  /** It was saved: the next visit begins blank; what is shown now stays, but for `part`. */
  forget: (part?: Partial<T>) => void;
  /** Something typed in an earlier visit stands in it. */
  found: boolean;
  /** What was typed is thrown away. */
  startOver: () => void;
}

/**
 * The state of a form: `blank`, and over it the fields typed before under `key`. Fields nobody touched are not kept, but for those
 * named in `along`, which are kept with the first that is typed: what was typed on Monday of a step is of Monday. Each office has its
 * own; under another key it is another form; without a key nothing is kept.
 */
export function useKept<T extends object>(key: string | null, blank: T, along: readonly (keyof T)[] = []): Kept<T> {
  const { desk } = useDesk();
  const place = key === null ? null : placeOf(desk.office?.id, key);
  const begin = () => {
    const earlier = place === null ? null : readKept<T>(place);
    return { place, draft: { ...blank, ...earlier }, found: earlier !== null };
  };
  const [state, setState] = useState(begin);
  const shown = state.place === place ? state : begin();
  if (shown !== state) setState(shown);
  // An answer may come between two renders and change it too.
  const now = useRef(shown);
  now.current = shown;
  const put = (next: typeof shown) => {
    now.current = next;
    setState(next);
  };
  const change: Kept<T>["change"] = (by) => {
    const { draft } = now.current;
    const part = typeof by === "function" ? by(draft) : by;
    const next = { ...now.current, draft: { ...draft, ...part } };
    if (place === null) {
      put(next);
      return;
    }
    const first = Object.fromEntries(along.map((field) => [field, draft[field]])) as Partial<T>;
    const kept = { ...first, ...readKept<T>(place), ...part };
    // What was typed and taken out again is nothing that waits.
    const same = (field: keyof T) => JSON.stringify(kept[field]) === JSON.stringify(blank[field]);
    const nothing = (Object.keys(kept) as (keyof T)[]).every(same);
    put({ ...next, found: next.found && !nothing });
    write(place, nothing ? null : kept);
  };
  const leave = (draft: T) => {
    put({ place, draft, found: false });
    if (place !== null) write(place, null);
  };
  return {
    draft: shown.draft,
    change,
    forget: (part = {}) => leave({ ...now.current.draft, ...part }),
    found: shown.found,
    startOver: () => leave(blank),
  };
}

/** What was typed and not saved, and what was chosen, belongs to the desk that is gone. */
export function forgetKept(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(OURS)) localStorage.removeItem(key);
  tell();
}
