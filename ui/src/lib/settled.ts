import { useEffect, useState } from "react";

/** A value once it has stood still for so long; what it is made of is compared by its content. */
export function useSettled<T>(value: T, ms: number): T {
  const text = JSON.stringify(value);
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const wait = setTimeout(() => setSettled(text), ms);
    return () => clearTimeout(wait);
  }, [text, ms]);
  return JSON.parse(settled) as T;
}
