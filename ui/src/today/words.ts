import type { ApprovalCall, TodayContact } from "../bindings/types";
import { i18next } from "../i18n";
import { denseDay } from "../lib/day";
import { shownPhone } from "../lib/phone";

/** Name and phone of somebody to call. */
export const contactWords = (one: TodayContact): string =>
  [one.name, one.phone && shownPhone(one.phone)].filter(Boolean).join(" ");

/** What was said in a call: 正在办（答应 03-30）. */
export function resultWords(call: ApprovalCall, today: string): string {
  const day = call.promised_on && denseDay(call.promised_on, today.slice(0, 4));
  if (day && call.result === "under_way") return i18next.t("today.promised", { day });
  return i18next.t(`today.results.${call.result}`);
}

/** When, and what was said: 03-24 正在办（答应 03-30）. */
export const calledWords = (call: ApprovalCall, today: string): string =>
  `${denseDay(call.called_on, today.slice(0, 4))} ${resultWords(call, today)}`;

/** The whole of it, for whoever points at it. */
export function callWords(call: ApprovalCall, today: string): string {
  const parts = [call.called_on, call.person, resultWords(call, today), call.note];
  return parts.filter(Boolean).join(" ");
}
