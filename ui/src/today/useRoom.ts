import { useEffect, useState } from "react";

/** What stands over, under and between the lines: top bar, counts, heads, status line. */
const FRAME = 164;
const LINE = 24;

const roomNow = () => Math.max(0, Math.floor((innerHeight - FRAME) / LINE));

/** How many lines of the call sheet the window has room for. */
export function useRoom(): number {
  const [room, setRoom] = useState(roomNow);
  useEffect(() => {
    const hear = () => setRoom(roomNow());
    window.addEventListener("resize", hear);
    return () => window.removeEventListener("resize", hear);
  }, []);
  return room;
}
