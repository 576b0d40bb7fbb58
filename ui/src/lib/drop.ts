import { useEffect, useRef, useState } from "react";
import { type Chosen, onFileDrag } from "../rpc";

/** A file dropped anywhere on the page; says whether one is over it now. */
export function useFileDrop(take: (get: () => Promise<Chosen>) => void): boolean {
  const [over, setOver] = useState(false);
  const taking = useRef(take);
  taking.current = take;
  useEffect(() => onFileDrag({ over: setOver, drop: (get) => taking.current(get) }), []);
  return over;
}
