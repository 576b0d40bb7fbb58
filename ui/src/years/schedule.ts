/** The planned schedule as twelve percents: what a document says of some months, `6:600 12:1200` in thousandths. */
import { shifted } from "../lib/money";

/** Twelve fields; a month that is not named is blank. */
export function toFields(schedule: string | null): string[] {
  const fields = Array.from({ length: 12 }, () => "");
  for (const part of (schedule ?? "").split(/\s+/).filter(Boolean)) {
    const [month, share] = part.split(":").map(Number);
    if (month && share !== undefined) fields[month - 1] = shifted(share, 1, 0);
  }
  return fields;
}

/** The schedule of twelve fields; nothing where all are blank, as typed where one is no percent. */
export function fromFields(fields: string[]): string | null {
  const named = fields.flatMap((text, at) => (text.trim() === "" ? [] : [`${at + 1}:${thousandths(text)}`]));
  return named.length === 0 ? null : named.join(" ");
}

function thousandths(text: string): string {
  const found = /^(\d{1,3})(?:\.(\d))?%?$/.exec(text.trim());
  return found ? String(Number(found[1]) * 10 + Number(found[2] ?? 0)) : text.trim();
}
