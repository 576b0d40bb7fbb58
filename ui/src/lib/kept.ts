/** What is being typed in a form stays there when one leaves it and comes back, until it is saved or the program is closed. */
import { useState } from "react";

const drafts = new Map<string, object>();

/**
 * The state of a form: what was typed under `key` before, or `blank`. `change` takes the fields that differ; `forget` is for when
 * it was saved: the next visit begins blank, what is shown now stays. Without a key nothing is kept.
 */
export function useKept<T extends object>(key: string | null, blank: T) {
  const [draft, setDraft] = useState<T>(() => (key === null ? blank : ((drafts.get(key) as T | undefined) ?? blank)));
  const change = (part: Partial<T>) => {
    setDraft((old) => ({ ...old, ...part }));
    if (key !== null) drafts.set(key, { ...(drafts.get(key) ?? draft), ...part });
  };
  const forget = (part: Partial<T> = {}) => {
    setDraft((old) => ({ ...old, ...part }));
    if (key !== null) drafts.delete(key);
  };
  return { draft, change, forget };
}
