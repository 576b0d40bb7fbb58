/** A notice, or the days of one unit, while they are being entered; what was entered survives a closed window. */
import type { Doubt, Fault, FieldFault, NewNotice, NoticeDay, NoticeVersion, UnitNotice } from "../bindings/types";
import { useKept } from "../lib/kept";

export interface Draft {
  kind: "notice" | "unit";
  /** What is corrected; a new one otherwise. */
  id: string | null;
  /** As typed. */
  year: string;
  published_on: string;
  number: string;
  /** Untouched: as the version in force has them. */
  days: NoticeDay[] | null;
  /** The holiday that was chosen, or why a unit works otherwise. */
  name: string;
  unit: string | null;
  text: string;
  read: { changes: string[]; doubts: Doubt[] } | null;
}

const NOTHING: Draft = {
  kind: "notice",
  id: null,
  year: "",
  published_on: "",
  number: "",
  days: null,
  name: "",
  unit: null,
  text: "",
  read: null,
};

export const newNotice = (year: number): Draft => ({ ...NOTHING, year: String(year) });
export const newUnit = (year: number): Draft => ({ ...NOTHING, kind: "unit", year: String(year) });

export const corrected = (year: number, version: NoticeVersion): Draft => ({
  ...newNotice(year),
  id: version.id,
  published_on: version.published_on,
  number: version.number ?? "",
  days: version.days,
});

export const correctedUnit = (year: number, own: UnitNotice): Draft => ({
  ...newUnit(year),
  id: own.id,
  unit: own.unit,
  days: own.days,
  name: own.days[0]?.name ?? "",
});

/** The year meant, once it is one. */
export function yearOf(draft: Draft): number | null {
  const year = /^\d{4}$/.test(draft.year) ? Number(draft.year) : Number.NaN;
  return year >= 2000 && year <= 2100 ? year : null;
}

const missing = (field: string): FieldFault => ({ field, rule: "required", warning: false, params: {} });

/** What is sent, or what has to be filled in before anything can be. */
export function toSend(draft: Draft, days: NoticeDay[], today: string): NewNotice | Fault {
  const unit = draft.kind === "unit";
  const fields = [
    ...(draft.year === "" ? [missing("year")] : []),
    ...(!unit && draft.published_on === "" ? [missing("published_on")] : []),
    ...(unit && draft.unit === null ? [missing("unit")] : []),
    ...(days.length === 0 ? [missing("days")] : []),
  ];
  if (fields.length > 0) return { code: "invalid", params: {}, fields, detail: "" };
  return {
    id: draft.id,
    year: Number(draft.year),
    published_on: unit ? today : draft.published_on,
    number: unit || draft.number.trim() === "" ? null : draft.number,
    days,
    unit: draft.unit,
  };
}

/** The work begun and not saved, if any; while it is open it is kept like what is typed in any form. */
export function useDraft() {
  const { draft, change, forget } = useKept<{ work: Draft | null }>("notice", { work: null });
  return {
    draft: draft.work,
    begin: (work: Draft) => change({ work }),
    change: (by: (now: Draft) => Draft) => change(({ work }) => ({ work: work && by(work) })),
    leave: () => forget({ work: null }),
  };
}
