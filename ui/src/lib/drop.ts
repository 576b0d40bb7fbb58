import { useEffect, useRef, useState } from "react";
import { type Chosen, onFileDrag } from "../rpc";

/** A file dropped anywhere on the page; says whether one is over it now. */
export function useFileDrop(take: (get: () => Promise<Chosen>) => void): boolean {
  return useFilesDrop((get) => take(async () => (await get())[0]));
}

/** As {@link useFileDrop}, for all the files that were dropped at once. */
export function useFilesDrop(take: (get: () => Promise<[Chosen, ...Chosen[]]>) => void): boolean {
  const [over, setOver] = useState(false);
  const taking = useRef(take);
  taking.current = take;
  useEffect(
    () =>
      onFileDrag({
        over: setOver,
        drop: ([first, ...more]) =>
          taking.current(async () => [await first(), ...(await Promise.all(more.map((get) => get())))]),
      }),
    [],
  );
  return over;
}
