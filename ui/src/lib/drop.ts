import { useEffect, useRef, useState } from "react";
import { type Chosen, onFileDrag } from "../rpc";

/** Files dropped anywhere on the page; says whether one is over it now. */
export function useFilesDrop(take: (get: () => Promise<Chosen[]>) => void): boolean {
  const [over, setOver] = useState(false);
  const taking = useRef(take);
  taking.current = take;
  useEffect(() => onFileDrag({ over: setOver, drop: (get) => taking.current(get) }), []);
  return over;
}

/** As [`useFilesDrop`], where one file is wanted: the first. */
export function useFileDrop(take: (get: () => Promise<Chosen>) => void): boolean {
  return useFilesDrop((get) => take(async () => (await get())[0] as Chosen));
}
