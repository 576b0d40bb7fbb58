/** What a record of the project is called where the history only knows its identity. */
import type { Change, ProjectFile } from "../bindings/types";
import { useDesk } from "../desk";
import { i18next } from "../i18n";
import { shownPhone } from "../lib/phone";
import { useAsk } from "../query";
import { stepName } from "./approvals/routes/words";
import { choiceWord } from "./fields";
import { periodName } from "./periods/name";

/** A gone record has no name left; its line says what kind it was. */
export function useRowNames(file: ProjectFile): (change: Change) => string {
  const { lang } = useDesk();
  const papers = useAsk("attachment_list", { id: file.project.id });
  const routes = useAsk("route_list", { project: file.project.id });
  const names = new Map<string, string>();
  for (const duty of file.duties) names.set(duty.id, `${choiceWord("role", duty.role)} ${duty.name}`);
  for (const contact of file.contacts)
    names.set(contact.id, [contact.name, contact.phone && shownPhone(contact.phone)].filter(Boolean).join(" "));
  for (const report of file.progress) {
    const basis = choiceWord("basis", report.basis);
    names.set(report.id, `${periodName(report.period, report.basis, lang)} ${basis}`);
  }
  for (const item of file.checklist.items) {
    if (item.approval) names.set(item.approval.id, lang === "zh" ? item.name : item.name_en);
  }
  for (const route of routes.data ?? []) {
    const kind = i18next.t(`routes.kind.${route.kind}`);
    for (const step of route.steps) {
      if (step.record) names.set(step.record.id, `${kind} ${stepName(step, lang)}`);
    }
  }
  for (const matter of file.matters) names.set(matter.id, matter.content ?? matter.element ?? "");
  for (const { membership, list } of file.lists) names.set(membership.id, list?.name ?? "");
  for (const start of file.starts.starts) {
    names.set(start.id, `${i18next.t(`opening.kind.${start.kind}`)} ${start.happened_on}`);
  }
  for (const change of file.standing_changes) {
    names.set(change.id, `${i18next.t(`standing.kind.${change.standing}`)} ${change.happened_on}`);
  }
  for (const { attachment } of papers.data?.list ?? []) names.set(attachment.id, attachment.name);
  return (change) => names.get(change.row) ?? "";
}
