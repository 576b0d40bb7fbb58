import type { Listed, ProjectId, Way, WayHeld } from "../../../bindings/types";
import { i18next, type Lang } from "../../../i18n";
import { wordDay } from "../../../lib/day";
import { nameOf } from "../PathHead";

export const WAYS: Way[] = ["early", "simulated", "preview", "joint_preview", "pledge", "green", "area_covered"];

/** What was judged beforehand: it becomes the permit once what comes first is there. */
export const isBefore = (way: Way) => way === "simulated" || way === "preview" || way === "joint_preview";

/** Of these it can be said since when they are formal, or kept. */
export const canEnd = (way: Way) => isBefore(way) || way === "pledge";

/** A way in one line: since when, what it waits for, by when it is pledged, its document. */
export function wayLine({ way, ready, effect }: WayHeld, items: readonly Listed[], lang: Lang): string {
  const { t } = i18next;
  const trigger = items.find((one) => one.code === way.waits_for);
  const item = trigger ? nameOf(trigger, lang) : (way.waits_for ?? "");
  const formal = way.formal_on && { day: wordDay(way.formal_on, lang) };
  const parts = [
    t("ways.since", { day: wordDay(way.begun_on, lang) }),
    way.waits_for && t(ready || trigger?.done ? "ways.there" : "ways.waits", { item }),
    way.due_by && t("ways.by", { day: wordDay(way.due_by, lang) }),
    formal && t(way.way === "pledge" ? "ways.kept" : "ways.formal", formal),
    way.area,
    way.document,
    effect && t(`ways.area.${effect}`, { days: (way.half_days ?? 0) / 2, count: (way.half_days ?? 0) / 2 }),
    way.note,
  ];
  return parts.filter(Boolean).join(t("ways.between"));
}

/** Under this a way that is being typed is kept. */
export const wayKey = (project: ProjectId, item: string, way: Way): string => `way:${project}:${item}:${way}`;
