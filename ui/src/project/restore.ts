/** 恢复此值: setting a field back is a new change, so that nothing is taken out of the history. */
import type { Change, Patch, ProjectFile } from "../bindings/types";
import { act } from "../query";

const TABLES = ["project", "progress", "matter", "duty", "contact", "approval"];

export function canRestore(change: Change, file: ProjectFile): boolean {
  if (change.field === "@" || !TABLES.includes(change.table)) return false;
  // 状态 goes back through a change of its own, with its day and reason.
  if (change.table === "project" && change.field === "standing") return false;
  return whole(change, file) !== undefined;
}

/** The record as it is now; gone records come back with undo only. */
function whole(change: Change, file: ProjectFile): Record<string, unknown> | undefined {
  const found: Record<string, { id: string }[]> = {
    project: [file.project],
    progress: file.progress,
    matter: file.matters,
    duty: file.duties,
    contact: file.contacts,
    approval: file.checklist.items.flatMap((i) => (i.approval ? [i.approval] : [])),
  };
  return found[change.table]?.find((record) => record.id === change.row) as Record<string, unknown> | undefined;
}

export async function restore(change: Change, file: ProjectFile): Promise<void> {
  const now = whole(change, file);
  if (!now) return;
  // The log keeps flags as 1 and 0; the record says which fields are flags.
  const flag = typeof now[change.field] === "boolean";
  const set: Patch = { [change.field]: flag ? change.old === 1 : change.old };
  const project = file.project.id;
  const id = change.row;
  switch (change.table) {
    case "project":
      await act("project_save", { id, set });
      break;
    case "progress": {
      const report = file.progress.find((p) => p.id === id);
      if (report) await act("progress_save", { project, period: report.period, basis: report.basis, set });
      break;
    }
    case "matter":
      await act("matter_save", { id, project: null, set });
      break;
    case "duty":
      await act("duty_save", { id, project: null, set });
      break;
    case "contact":
      await act("contact_save", { id, project: null, set });
      break;
    case "approval": {
      const item = file.checklist.items.find((i) => i.approval?.id === id);
      if (item) await act("approval_save", { project, item: item.code, set });
      break;
    }
  }
}
