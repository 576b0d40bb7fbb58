/** Icons and marks: status is a shape before it is a colour. */
import type { Shade } from "../bindings/types";

const LINES = {
  blank: "",
  board: "M1.5 2.5h13v11h-13zM4 10.5l2.5-3 2 1.5L12 5.5",
  check: "M3 8.5l3.2 3L13 4.5",
  clock: "M2 8a6 6 0 1 0 12 0 6 6 0 1 0-12 0zM8 4.5V8l2.5 1.5",
  cloud: "M4.5 12.5a3 3 0 0 1-.3-6A4 4 0 0 1 12 6.7a3 3 0 0 1-.3 5.8z",
  doc: "M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3M5.5 7.5h5M5.5 10h5M5.5 12.3h3",
  cols: "M2.5 2.5h11v11h-11zM6.2 2.5v11M9.8 2.5v11",
  collect: "M2.5 9.5h3l1 2h3l1-2h3v4h-11zM3.5 7.5v-5h9v5M6 5h4",
  copy: "M5.5 5.5v-4h9v9h-4M1.5 5.5h9v9h-9z",
  dots: "M2.5 7.75h1M7.5 7.75h1M12.5 7.75h1M2.5 8.25h1M7.5 8.25h1M12.5 8.25h1",
  down: "M4.5 6.5L8 10l3.5-3.5",
  edit: "M3 13l.7-2.8L11 3l2 2-7.2 7.3z",
  filter: "M2.5 3.5h11l-4 5v5l-3-1.5V8.5z",
  find: "M2.5 7a4.5 4.5 0 1 0 9 0 4.5 4.5 0 1 0-9 0zM10.5 10.5l3.5 3.5",
  group: "M2.5 3.5h11M5.5 7h8M5.5 10h8M2.5 13h11M2.5 7v3",
  in: "M8 2v7.5M5 7l3 3 3-3M2.5 9.5v4h11v-4",
  ledger: "M1.5 2.5h13v11h-13zM1.5 6h13M1.5 9.75h13M5.5 2.5v11",
  left: "M9.5 4.5L6 8l3.5 3.5",
  merge: "M3 3v3l5 3v4.5M13 3v3L8 9",
  out: "M8 10V2.5M5 5l3-3 3 3M2.5 9.5v4h11v-4",
  phone: "M4.2 2.5h2.3l1 3-1.5 1.3a8 8 0 0 0 3.7 3.7L11 9l2.5 1v2.5c0 .6-.5 1-1 1C7 13.5 2.5 9 2.5 3.5c0-.6.5-1 1.7-1z",
  pin: "M5.5 2.5h5M6.5 2.5v4l-2 3h7l-2-3v-4M8 9.5V14",
  plus: "M8 3v10M3 8h10",
  redo: "M10.5 3l3 3-3 3M13.5 6H7a4 4 0 0 0 0 8h3",
  right: "M6.5 4.5L10 8l-3.5 3.5",
  rows: "M2.5 3.5h11M2.5 6.5h11M2.5 9.5h11M2.5 12.5h11",
  rowsTwo: "M2.5 2.5h11v4.5h-11zM2.5 9h11v4.5h-11z",
  rowsWrap: "M2.5 2.5h11M2.5 5.5h11M2.5 8.5h7M2.5 13.5h11",
  set: "M1.5 4.5h7M12.5 4.5h2M8.5 4.5a2 2 0 1 0 4 0 2 2 0 1 0-4 0zM1.5 11.5h2M7.5 11.5h7M3.5 11.5a2 2 0 1 0 4 0 2 2 0 1 0-4 0z",
  sort: "M4.5 2.5v11M2 11l2.5 2.5L7 11M9 4.5h5M9 8h4M9 11.5h3",
  stamp: "M5.5 2h5v3L9.5 8h3v3h-9V8h3l-1-3zM2.5 13.5h11",
  today: "M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 1.5v3M10.5 1.5v3M5.5 9.5l1.7 1.7 3.3-3.4",
  undo: "M5.5 3L2.5 6l3 3M2.5 6h6.5a4 4 0 0 1 0 8H6",
  up: "M4.5 9.5L8 6l3.5 3.5",
  user: "M5.5 5.5a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0zM2.5 13.5c0-3 2.5-4 5.5-4s5.5 1 5.5 4",
  x: "M4 4l8 8M12 4l-8 8",
} as const;

export type IconName = keyof typeof LINES;

export function Icon({ name, size = 16 }: { name: IconName; size?: 12 | 16 | 20 }) {
  const extra = size === 16 ? "" : ` s${size}`;
  return (
    <svg className={`ic${extra}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={LINES[name]} />
    </svg>
  );
}

export function Lamp({ shade, label }: { shade: Shade; label: string }) {
  return (
    <svg className={`lt lt-${shade}`} viewBox="0 0 12 12" role="img" aria-label={label}>
      <title>{label}</title>
      {shade === "red" && <rect x="1.5" y="1.5" width="9" height="9" rx="1" />}
      {shade === "amber" && <path d="M6 1 11.3 10.5H.7z" />}
      {shade === "green" && <circle cx="6" cy="6" r="4.75" />}
      {shade === "ring" && <circle cx="6" cy="6" r="4" strokeWidth="1.25" />}
    </svg>
  );
}

const PIE = { quarter: "M7 7V3A4 4 0 0 1 11 7z", half: "M7 7V3A4 4 0 0 1 7 11z", most: "M7 7V3A4 4 0 1 1 3 7z" };

export type Fill = "empty" | "dashed" | "quarter" | "half" | "most" | "stopped" | "done" | "refused";

/** How far something is: a ring that fills. The word of the state stands beside it. */
export function Ring({ fill }: { fill: Fill }) {
  const off = fill === "dashed" || fill === "empty" || fill === "refused";
  return (
    <svg className={off ? "st off" : "st"} viewBox="0 0 14 14" aria-hidden="true">
      {fill === "done" ? (
        <circle cx="7" cy="7" r="6.4" fill="currentColor" stroke="none" />
      ) : (
        <circle cx="7" cy="7" r="5.75" strokeWidth="1.25" strokeDasharray={fill === "dashed" ? "2 1.6" : undefined} />
      )}
      {fill in PIE && <path d={PIE[fill as keyof typeof PIE]} fill="currentColor" stroke="none" />}
      {fill === "done" && <path d="M4.2 7.2l2 1.9L9.9 5.2" stroke="var(--bg)" strokeWidth="1.4" />}
      {fill === "stopped" && <path d="M5.5 4.8v4.4M8.5 4.8v4.4" strokeWidth="1.4" />}
      {fill === "refused" && <path d="M5 5l4 4M9 5l-4 4" strokeWidth="1.25" />}
    </svg>
  );
}

export function Mark({ label }: { label: string }) {
  return (
    <svg width="24" height="24" viewBox="0 0 24 24" role="img" aria-label={label}>
      <rect width="24" height="24" rx="3" fill="currentColor" />
      <path d="M4 7h8M8 12h8M12 17h8" stroke="var(--bg-app)" strokeWidth="2.5" />
      <path d="M14 3.5v17" stroke="var(--bg-app)" strokeWidth="1" strokeDasharray="1.5 1.5" opacity=".7" />
    </svg>
  );
}
