import { useEffect } from "react";
import { painted } from "../lib/painted";
import { act, tryTo } from "../query";

/** The day's own restore point, asked for when the desk is first looked at and once an hour after. */
export function useDailyPoint(): void {
  useEffect(() => {
    const ask = () => void tryTo(() => act("backup_daily", {}, { quiet: true }));
    void painted.then(ask);
    const hourly = setInterval(ask, 3_600_000);
    return () => clearInterval(hourly);
  }, []);
}
