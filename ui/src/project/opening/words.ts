/** What the core says of a project's start and stops, as sentences for one line. */
import type { ProjectFile, ProjectStart, StandingChange } from "../../bindings/types";
import type { Lang } from "../../i18n";
import { i18next } from "../../i18n";
import { shortDay, wordDay } from "../../lib/day";

export interface Words {
  text: string;
  tone: "" | "amber" | "red";
}

/** The first start that stands, else the one that was struck out. */
export function firstStart(starts: readonly ProjectStart[]): ProjectStart | undefined {
  const first = starts.filter((s) => s.kind === "new");
  return first.find((s) => s.decision !== "rejected") ?? first[0];
}

/** This year's resumption, whatever was decided. */
export function resumption({ starts, year }: ProjectFile["starts"]): ProjectStart | undefined {
  const here = starts.filter((s) => s.kind === "resume" && s.happened_on.startsWith(`${year}-`));
  return here.find((s) => s.decision !== "rejected") ?? here[0];
}

export function startWords(file: ProjectFile): Words {
  const start = firstStart(file.starts.starts);
  const t = i18next.t;
  if (!start) {
    const actual = file.project.started_actual;
    if (actual) return { text: t("opening.byLedger", { day: shortDay(actual) }), tone: "" };
    return { text: t("opening.none"), tone: "" };
  }
  const words = { day: start.happened_on, decided: start.decided_on ?? "" };
  if (start.decision === "pending") return { text: t("opening.pending", words), tone: "amber" };
  if (start.decision === "rejected") return { text: t("opening.rejected", words), tone: "red" };
  return { text: t("opening.recognised", words), tone: "" };
}

export function resumeWords(file: ProjectFile): Words | null {
  const again = resumption(file.starts);
  const t = i18next.t;
  if (file.starts.resume_due && again?.decision !== "pending") {
    return { text: t("opening.resumeDue", { year: file.starts.year }), tone: "amber" };
  }
  if (!again) return null;
  const words = { day: again.happened_on };
  if (again.decision === "pending") return { text: t("opening.resumePending", words), tone: "amber" };
  if (again.decision === "rejected") return { text: t("opening.resumeRejected", words), tone: "red" };
  return { text: t("opening.resumed", words), tone: "" };
}

const STOPS = ["winter_stop", "suspended"];

/** Every stop with the day it ended, newest first. */
export function pauses(changes: readonly StandingChange[]): { stop: StandingChange; until: string | null }[] {
  const found: { stop: StandingChange; until: string | null }[] = [];
  for (const change of changes) {
    const last = found[0];
    if (last && last.until === null && change.standing !== "renamed") last.until = change.happened_on;
    if (STOPS.includes(change.standing)) found.unshift({ stop: change, until: null });
  }
  return found;
}

export function pauseWords({ stop, until }: { stop: StandingChange; until: string | null }, lang: Lang): string {
  const what = i18next.t(`standing.kind.${stop.standing}`);
  if (until) return i18next.t("opening.paused", { what, from: stop.happened_on, until });
  if (!stop.expected_until) return i18next.t("opening.pausing", { what, from: stop.happened_on });
  return i18next.t("opening.pausingUntil", { what, from: stop.happened_on, until: wordDay(stop.expected_until, lang) });
}

/** 纳统 in a few words. */
export function entryWords(file: ProjectFile): Words {
  const t = i18next.t;
  const { entry, due_by_total, months_waiting } = file.statistics;
  if (entry?.entered) return { text: t("entry.enteredIn", { period: entry.entered_period ?? "" }).trim(), tone: "" };
  if (entry ? !entry.due : !due_by_total) return { text: t("entry.notDue"), tone: "" };
  const lacking = entry?.lacking ? t("entry.lacks", { what: entry.lacking }) : "";
  if (!months_waiting) return { text: `${t("entry.due")}${lacking}`, tone: "" };
  // One month after the start is late, two are too late (practice C30).
  const tone = months_waiting >= 2 ? "red" : "amber";
  return { text: `${t("entry.waiting", { count: months_waiting })}${lacking}`, tone };
}
