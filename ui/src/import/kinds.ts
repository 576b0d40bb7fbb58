/** Kinds of rows of a preview, and what they are called. */
import type { PreviewSummary } from "../bindings/types";

export const KINDS = ["all", "new", "changed", "same", "duplicate", "faulty", "odd", "missing"] as const;
export type KindTab = (typeof KINDS)[number];

/** What a kind of rows is called; a list of figures makes no projects, so what is new there is only not known. */
export function kindWord(kind: KindTab, { basis }: Pick<PreviewSummary, "basis">) {
  if (basis !== "dispatch" && kind === "new") return "preview.unknown" as const;
  if (basis === "statistics" && kind === "missing") return "preview.unnamed" as const;
  return `preview.${kind}` as const;
}
