import { Outlet } from "@tanstack/react-router";
import { useDailyPoint } from "../safety/SafetyPage";
import { Tour } from "../sample/Tour";
import { useUndoKeys } from "./keys";
import { NoticeBar } from "./NoticeBar";
import { Rail } from "./Rail";
import { Status } from "./Status";

/** One window: rail, page, status line, and the message that can be undone. */
export function Frame() {
  useUndoKeys();
  useDailyPoint();
  return (
    <div className="app">
      <Rail />
      <Outlet />
      <Status />
      <NoticeBar />
      <Tour />
    </div>
  );
}
