/** A notice, or the days of one unit, while they are being entered; what was entered survives a closed window. */
import { useEffect, useState } from "react";
import type { Doubt, Fault, FieldFault, NewNotice, NoticeDay, NoticeVersion, UnitNotice } from "../bindings/types";

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

const KEPT = "zhuanban.notice.";

/** Each office's own: the sample's are none of ours. */
export function useDraft(office: string) {
  const [draft, setDraft] = useState<Draft | null>(() => {
    const kept = localStorage.getItem(KEPT + office);
    return kept === null ? null : (JSON.parse(kept) as Draft);
  });
  useEffect(() => {
    if (draft) localStorage.setItem(KEPT + office, JSON.stringify(draft));
    else localStorage.removeItem(KEPT + office);
  }, [draft, office]);
  return [draft, setDraft] as const;
}

/** What was entered and not saved belongs to the desk that is gone. */
export function forgetNotices(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(KEPT)) localStorage.removeItem(key);
}
