/** What is typed in a form stays until it is saved: when one leaves it and comes back, and when the window or the program was closed. */
import { useRef, useState } from "react";
import { useDesk } from "../desk";

const PREFIX = "zhuanban.draft.";

const read = <T>(place: string): Partial<T> | null => {
  const text = localStorage.getItem(place);
  return text === null ? null : (JSON.parse(text) as Partial<T>);
};

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
 * The state of a form: `blank`, and over it the fields typed before under `key`. Fields nobody touched are not kept, so that a day
 * filled in as today's is today's again tomorrow. Each office has its own; without a key nothing is kept.
 */
export function useKept<T extends object>(key: string | null, blank: T): Kept<T> {
  const { desk } = useDesk();
  const place = key === null ? null : `${PREFIX}${desk.office?.id ?? ""}.${key}`;
  const [earlier] = useState(() => (place === null ? null : read<T>(place)));
  const [draft, setDraft] = useState<T>(() => ({ ...blank, ...earlier }));
  // An answer may come between two renders and change it too.
  const now = useRef(draft);
  const put = (next: T) => {
    now.current = next;
    setDraft(next);
  };
  const [found, setFound] = useState(earlier !== null);
  const change: Kept<T>["change"] = (by) => {
    const part = typeof by === "function" ? by(now.current) : by;
    put({ ...now.current, ...part });
    if (place !== null) localStorage.setItem(place, JSON.stringify({ ...read<T>(place), ...part }));
  };
  const leave = (next: T) => {
    put(next);
    setFound(false);
    if (place !== null) localStorage.removeItem(place);
  };
  return {
    draft,
    change,
    forget: (part = {}) => leave({ ...now.current, ...part }),
    found,
    startOver: () => leave(blank),
  };
}

/** What was typed and not saved belongs to the desk that is gone. */
export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}
