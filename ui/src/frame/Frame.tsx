import { Outlet } from "@tanstack/react-router";
import { later } from "../lib/later";
import { Palette } from "../palette/Palette";
import { useVisits } from "../palette/useVisits";
import { useRoleWords } from "../people/useRoleWords";
import { useReminding } from "../reminders/useReminding";
import { useDailyPoint } from "../safety/useDailyPoint";
import { useUndoKeys } from "./keys";
import { NoticeBar } from "./NoticeBar";
import { Rail } from "./Rail";
import { Status } from "./Status";

const ReasonDialog = later(() => import("./ReasonDialog"), "ReasonDialog");
const Tour = later(() => import("../sample/Tour"), "Tour");

/** One window: rail, page, status line, and the message that can be undone. */
export function Frame() {
  useUndoKeys();
  useVisits();
  useRoleWords();
  useDailyPoint();
  useReminding();
  return (
    <div className="app">
      <Rail />
      <Outlet />
      <Status />
      <NoticeBar />
      <ReasonDialog />
      <Tour />
      <Palette />
    </div>
  );
}
