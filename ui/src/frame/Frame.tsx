import { Outlet } from "@tanstack/react-router";
import { Palette } from "../palette/Palette";
import { useVisits } from "../palette/useVisits";
import { useRoleWords } from "../people/useRoleWords";
import { useDailyPoint } from "../safety/SafetyPage";
import { Tour } from "../sample/Tour";
import { useUndoKeys } from "./keys";
import { NoticeBar } from "./NoticeBar";
import { Rail } from "./Rail";
import { ReasonDialog } from "./ReasonDialog";
import { Status } from "./Status";

/** One window: rail, page, status line, and the message that can be undone. */
export function Frame() {
  useUndoKeys();
  useVisits();
  useRoleWords();
  useDailyPoint();
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
