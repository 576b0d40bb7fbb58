import { useEffect } from "react";
import { useDesk } from "../desk";
import { isTelling, tellReminded } from "../frame/notice";
import { useStable } from "../lib/stable";
import { call } from "../rpc";
import { spanOf } from "./counts";
import { halfToTell } from "./half";

const KEPT = "reminded";
const EVERY_MS = 60_000;

/** Also a browser's own full screen, which tells nobody. */
const isFullScreen = () => document.fullscreenElement !== null || window.innerHeight === window.screen.height;

function minutesNow(): number {
  const now = new Date();
  return now.getHours() * 60 + now.getMinutes();
}

/** Tells of due days, morning and afternoon, while the program is open: looked at once a minute, and told once. */
export function useReminding(): void {
  const { desk } = useDesk();
  const kept = KEPT + (desk.office?.id ?? "");
  const look = useStable(async () => {
    const half = halfToTell({
      minutes: minutesNow(),
      today: desk.today,
      fullScreen: isFullScreen(),
      sample: desk.sample !== null,
      telling: isTelling(),
      told: localStorage.getItem(kept),
    });
    if (half === null || desk.office === null) return;
    localStorage.setItem(kept, half);
    const { value } = await call("approval_reminders", spanOf(desk.today));
    if (value.list.length > 0) tellReminded(value.list);
  });
  useEffect(() => {
    // What cannot be asked now is no matter to speak of.
    const every = setInterval(() => void look().catch(() => undefined), EVERY_MS);
    return () => clearInterval(every);
  }, [look]);
}
