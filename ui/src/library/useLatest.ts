import { useRef, useState } from "react";

/**
 * A value that is changed faster than it is saved: each change is made to the one before, whether that is stored yet or not, and they
 * are saved one after the other. A refusal rejects its change; what is stored is shown again.
 */
export function useLatest<T>(stored: T, save: (value: T) => Promise<unknown>) {
  const [ahead, setAhead] = useState<{ value: T } | null>(null);
  const waiting = useRef(0);
  const latest = useRef(stored);
  const line = useRef<Promise<unknown>>(Promise.resolve());
  if (waiting.current === 0) latest.current = stored;
  const change = (by: (value: T) => T): Promise<unknown> => {
    const value = by(latest.current);
    latest.current = value;
    waiting.current += 1;
    setAhead({ value });
    const saved = line.current
      .then(() => save(value))
      .finally(() => {
        waiting.current -= 1;
        if (waiting.current === 0) setAhead(null);
      });
    line.current = saved.catch(() => undefined);
    return saved;
  };
  return { shown: ahead ? ahead.value : stored, change };
}
