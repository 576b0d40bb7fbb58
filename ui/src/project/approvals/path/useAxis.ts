import { useQueries } from "@tanstack/react-query";
import { useMemo } from "react";
import type { CalendarDays, ProjectFile } from "../../../bindings/types";
import { useDesk } from "../../../desk";
import { asking } from "../../../query";
import { type Axis, axisOf, type Span, slotFor, stripOf, windowOf, withRoom, yearsOf } from "./axis";
import { MARGIN, openSpan, WIDTHS, type Zoom } from "./zoom";

/** The width of a day where a span is to fit: no narrower than can be seen, no wider than it need be. */
const [LEAST, MOST] = [1, 26];

const calendars = (asked: { data: CalendarDays | undefined }[]): CalendarDays[] =>
  asked.flatMap((year) => year.data ?? []);

interface Drawn {
  axis: Axis;
  /** The part of it that is looked at first. */
  open: Span | null;
}

/** The working days a project's approvals lie on, as wide as `zoom` says in so much `room`; none while the calendar is asked for. */
export function useAxis(file: ProjectFile, room: number, zoom: Zoom): Drawn | null {
  const { desk } = useDesk();
  const { items, permit_on, start_on } = file.checklist;
  const planned = plannedStart(file);
  const [span, open] = useMemo(() => {
    const days = items
      .filter((item) => item.waived === null)
      .flatMap((item) => [item.submitted_on, item.accepted_on, item.decided_on, item.due_on, item.forecast_on]);
    const whole = windowOf([...days, permit_on, start_on, planned], desk.today);
    const open = openSpan(items, desk.today);
    return [withRoom(whole, (zoom === "open" && open) || whole, room, MARGIN.behind), open];
  }, [items, permit_on, start_on, planned, desk.today, zoom, room]);
  const wanted = yearsOf(span);
  const years = useQueries({ queries: wanted.map((year) => asking("calendar_get", { year })), combine: calendars });
  return useMemo(() => {
    if (years.length < wanted.length || room <= 0) return null;
    const slotOf = (part: Span, wide: number) => {
      const { days, strips } = axisOf(years, part, 1);
      return Math.min(MOST, Math.max(LEAST, slotFor(wide, days.length, strips.length)));
    };
    const fitted = () =>
      zoom === "open" && open ? slotOf(open, room - MARGIN.before - MARGIN.behind) : slotOf(span, room);
    const slot = zoom === "month" || zoom === "week" ? WIDTHS[zoom] : fitted();
    return { axis: axisOf(years, span, slot, stripOf(slot)), open };
  }, [years, wanted.length, span, open, room, zoom]);
}

/** The day construction was planned to begin. */
export const plannedStart = (file: ProjectFile) => file.project.started_planned?.slice(0, 10) ?? null;
