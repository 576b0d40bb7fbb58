import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import type { CalendarDays, ProjectFile } from "../../../bindings/types";
import { useDesk } from "../../../desk";
import { asking } from "../../../query";
import { type Axis, axisOf, STRIP, windowOf, yearsOf } from "./axis";

/** The width of a day: no narrower than can be told apart, no wider than it need be. */
const [LEAST, MOST] = [10, 20];

const calendars = (asked: { data: CalendarDays | undefined }[]): CalendarDays[] =>
  asked.flatMap((year) => year.data ?? []);

/** The working days a project's approvals lie on, filling `room` as far as they can; none while the calendar is asked for. */
export function useAxis(file: ProjectFile, room: number): Axis | null {
  const { desk } = useDesk();
  const { items, permit_on, start_on } = file.checklist;
  const planned = plannedStart(file);
  const span = useMemo(() => {
    const days = items
      .filter((item) => item.waived === null)
      .flatMap((item) => [item.submitted_on, item.accepted_on, item.decided_on, item.due_on, item.forecast_on]);
    return windowOf([...days, permit_on, start_on, planned], desk.today);
  }, [items, permit_on, start_on, planned, desk.today]);
  const wanted = yearsOf(span);
  const years = useQueries({ queries: wanted.map((year) => asking("calendar_get", { year })), combine: calendars });
  return useMemo(() => {
    if (years.length < wanted.length) return null;
    const narrow = axisOf(years, span, LEAST);
    const slot = (room - narrow.strips.length * STRIP) / Math.max(1, narrow.days.length);
    return slot <= LEAST ? narrow : axisOf(years, span, Math.min(MOST, slot));
  }, [years, wanted.length, span, room]);
}

/** The day construction was planned to begin. */
export const plannedStart = (file: ProjectFile) => file.project.started_planned?.slice(0, 10) ?? null;
