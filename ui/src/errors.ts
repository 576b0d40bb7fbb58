/** The words of faults. A code or rule of the core without words does not compile. */
import type { Code, Fault, Rule } from "./bindings/types";
import { i18next } from "./i18n";
import en from "./text/faults.en.json";
import zh from "./text/faults.zh.json";

zh.code satisfies Record<Code, string>;
en.code satisfies Record<Code, string>;
zh.rule satisfies Record<Rule, string>;
en.rule satisfies Record<Rule, string>;

export function faultWords(fault: Fault): string {
  if (fault.params.gone) return i18next.t("gone", { ns: "faults" });
  return i18next.t(`code.${fault.code}`, { ns: "faults", ...plain(fault.params) });
}

export function ruleWords(fault: { rule: Rule; params: { [key in string]: string } }): string {
  return i18next.t(`rule.${fault.rule}`, { ns: "faults", ...plain(fault.params) });
}

/** What is wrong with one field of a draft, errors before warnings. */
export function fieldFault(fault: Fault | null | undefined, field: string): string | null {
  const found = fault?.fields.filter((f) => f.field === field).sort((a, b) => Number(a.warning) - Number(b.warning))[0];
  return found ? ruleWords(found) : null;
}

/** What a form was refused with, less what was missing and stands there by now; nothing where that was all. */
export function unfilled(
  fault: Fault | null | undefined,
  values: Record<string, string | null | undefined>,
): Fault | null {
  if (!fault) return null;
  const filled = (field: string) => (values[field] ?? "").trim() !== "";
  const fields = fault.fields.filter((one) => one.rule !== "required" || !filled(one.field));
  return fault.fields.length > 0 && fields.length === 0 ? null : { ...fault, fields };
}

/** What is still missing: nothing is, where something stands in the field by now. */
export const stillMissing = (fault: Fault | null | undefined, field: string, value: string): string | null =>
  fieldFault(unfilled(fault, { [field]: value }), field);

/** In one line, where there is no room beside the fields: a single broken rule is said itself. */
export function shortWords(fault: Fault): string {
  const said = new Set(fault.fields.map(ruleWords));
  const [only] = said;
  return fault.code === "invalid" && said.size === 1 && only ? only : faultWords(fault);
}

/** i18next reads a `count` as a plural; ours is a plain word. */
function plain(params: { [key in string]: string }): Record<string, string> {
  return { ...params };
}
