/** What can be done with a record that was found. */
import type { Hit } from "../bindings/types";
import { savedSearch } from "../ledger/views";
import { barePhone } from "../lib/phone";
import { act, asking, client, tryTo } from "../query";
import { commands, goTo } from "./commands";

export type ActionName = "open" | "ledger" | "copyName" | "copyCode" | "copyPhone" | "pin" | "unpin";

export interface Action {
  name: ActionName;
  run: () => void;
}

/** An address with its questions as the router writes them. */
function address(to: string, asked: Record<string, unknown>): string {
  const parts = Object.entries(asked).filter(([, value]) => value !== null && value !== undefined);
  return `${to}?${parts.map(([key, value]) => `${key}=${encodeURIComponent(JSON.stringify(value))}`).join("&")}`;
}

const inLedger = (text: string) => goTo(address("/ledger", { text }));

/** A kept view: its question, under its name. */
async function openView(id: string): Promise<void> {
  const view = (await client.fetchQuery(asking("view_list", {}))).find((one) => one.id === id);
  if (!view) return;
  const { today } = await client.fetchQuery(asking("desk_get", {}));
  goTo(address("/ledger", { ...savedSearch(view, today) }));
}

/** Where a record is looked at. */
function show(hit: Hit): void {
  if (hit.kind === "project") goTo(`/project/${hit.id}`);
  else if (hit.kind === "department") goTo(address("/people", { unit: hit.id }));
  else if (hit.kind === "person") goTo(address("/people", { find: hit.title }));
  else if (hit.kind === "holder") goTo(address("/people", { tab: "wall", by: hit.role, name: hit.title }));
  else if (hit.kind === "list")
    goTo(address("/ledger", { filters: [{ column: "list", op: "any_of", values: [hit.id] }] }));
  else if (hit.kind === "view") void openView(hit.id);
  else inLedger(hit.title);
}

/** Enter. */
export function open(hit: Hit): void {
  if (hit.kind === "command") {
    commands()
      .find((command) => command.id === hit.id)
      ?.run();
    return;
  }
  show(hit);
  if (hit.kind !== "project") note(hit);
}

/** A record that was opened is at hand the next time. A project's page notes it itself; a desk that is only read does not. */
export function note({ kind, id }: Pick<Hit, "kind" | "id">): void {
  void tryTo(async () => {
    const desk = await client.fetchQuery(asking("desk_get", {}));
    if (desk.moved_away_ms !== null) return;
    await act("recent_note", { kind, id });
    // What was opened last is kept on this computer alone and counts as no change of the desk.
    await client.invalidateQueries({ queryKey: ["recent_list"] });
  });
}

/** What a record offers, in order; `copied` says what was put on the clipboard. */
export function actionsOf(hit: Hit, copied: (text: string) => void): Action[] {
  const copy = (name: ActionName, text: string | null): Action[] =>
    text === null ? [] : [{ name, run: () => void navigator.clipboard.writeText(text).then(() => copied(text)) }];
  const kept = { kind: hit.kind, id: hit.id };
  const pin: Action = hit.pinned
    ? { name: "unpin", run: () => void tryTo(() => act("pin_remove", kept)) }
    : { name: "pin", run: () => void tryTo(() => act("pin_save", kept)) };
  const ledger: Action[] = hit.kind === "project" ? [{ name: "ledger", run: () => inLedger(hit.title) }] : [];
  return [
    { name: "open", run: () => open(hit) },
    ...ledger,
    ...copy("copyName", hit.title),
    ...copy("copyCode", hit.code),
    ...copy("copyPhone", hit.phone && barePhone(hit.phone)),
    pin,
  ];
}

/** Those after which the palette stays. */
export const stays = (name: ActionName) => name !== "open" && name !== "ledger";
