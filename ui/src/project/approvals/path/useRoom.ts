import { type RefObject, useLayoutEffect, useState } from "react";

/** How wide an element is, in whole pixels without its bars. */
export function useRoom(element: RefObject<HTMLElement | null>): number {
  const [room, setRoom] = useState(0);
  useLayoutEffect(() => {
    const one = element.current;
    if (!one) return;
    const measure = () => setRoom(one.clientWidth);
    measure();
    const seen = new ResizeObserver(measure);
    seen.observe(one);
    return () => seen.disconnect();
  }, [element]);
  return room;
}
