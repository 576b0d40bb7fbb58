import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectRow, ShownColumn } from "../bindings/types";
import type { DeskView } from "../desk";
import { faultWords, ruleWords } from "../errors";
import { wordDay } from "../lib/day";
import { act, asking, client } from "../query";
import { Refused } from "../rpc";
import type { Way } from "./Editor";
import type { Editing } from "./editing";
import type { Lines } from "./lines";
import { type Marks, NO_MARKS, withMark } from "./marks";
import { periodOf } from "./month";
import { advanced, type Chosen, moved, one, type Room, type Spot } from "./range";
import type { LedgerSearch } from "./search";
import { specOf } from "./spec";
import type { Blocks } from "./useBlocks";
import type { Rows } from "./useRows";
import { typedText } from "./words";

interface Of {
  search: LedgerSearch;
  layout: readonly ShownColumn[];
  lines: Lines;
  rows: Rows;
  room: Room;
  chosen: Chosen;
  choose: (chosen: Chosen) => void;
  blocks: Blocks;
  /** The month whose report is written to. */
  month: string;
  view: DeskView;
  onSay: (words: string) => void;
}

export interface Sheet {
  editing: Editing | null;
  /** What is being written at the moment. */
  writing: Marks;
  newName: string | null;
  /** Opens the cell in turn with its own text; true if it can be typed into. */
  edit: (spot?: Spot) => boolean;
  /** Something was typed over the cell in turn. */
  begin: () => void;
  leave: () => void;
  mode: () => void;
  keep: (text: string, way: Way, e?: KeyboardEvent) => void;
}

/** Typing into cells: one field, one command a cell, the sheet goes on at once. */
export function useSheet(of: Of): Sheet {
  const { search, layout, lines, rows, room, chosen, choose, blocks, month, view, onSay } = of;
  const { t } = useTranslation();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [writing, setWriting] = useState<Marks>(NO_MARKS);
  const [newName, setNewName] = useState<string | null>(null);

  /** What was written last; what stands in a cell is asked after it. */
  const before = useRef<Promise<unknown>>(Promise.resolve());

  const seenIn = (row: ProjectRow, column: Editing["column"]): Promise<string | null> => {
    const of = { project: row.id, column, period: periodOf(column, month), unit: view.unit };
    return before.current
      .then(() => client.fetchQuery(asking("cell_get", of)))
      .then(
        ({ text }) => text,
        () => null,
      );
  };
  const target = (spot: Spot): Omit<Editing, "text" | "mode" | "fault" | "seen"> | null => {
    if (spot.line < 0 || spot.line >= lines.count) return null;
    const line = lines.at(spot.line);
    const column = line.kind === "new" ? "name" : layout[spot.column]?.column;
    if (line.kind === "group" || column === undefined) return null;
    const name = layout.findIndex((shown) => shown.column === "name");
    if (line.kind === "new") return { spot: { ...spot, column: name }, row: null, column, was: "" };
    const row = rows.row(line.row);
    if (!row) return null;
    if (!specOf(column).edits) {
      onSay(t("grid.computed"));
      return null;
    }
    return { spot, row, column, was: typedText(row, column, view) };
  };
  const open = (spot: Spot, text: string | null, mode: Editing["mode"]): boolean => {
    const found = target(spot);
    if (!found) return false;
    const pasted = found.row && blocks.preview ? blocks.marks.get(found.row.id)?.get(found.column) : undefined;
    const begin = pasted && blocks.preview ? (textOf(blocks, found) ?? found.was) : found.was;
    const seen = found.row ? seenIn(found.row, found.column) : Promise.resolve(null);
    const opened = { ...found, text: text === null ? null : begin, mode, fault: pasted?.fault ?? null, seen };
    if (text !== null && !pasted && isElsewhere(found, month)) {
      // The sheet shows a later month: the editor begins with what the report of the chosen one says.
      void seen.then((was) => setEditing({ ...opened, was: was ?? "", text: was ?? "" }));
    } else setEditing(opened);
    return true;
  };

  const write = async (cell: Editing, row: ProjectRow, text: string) => {
    const { column } = cell;
    const seen = await cell.seen;
    const elsewhere = isElsewhere(cell, month);
    if (elsewhere && text === seen) return;
    setWriting((marks) => withMark(marks, row.id, column, { text, fault: null, kind: "writing" }));
    try {
      const one = { project: row.id, column, text, period: periodOf(column, month) };
      // A cell that became another since it was opened is told, not overwritten.
      const input = { cells: [one], expect: seen === null ? null : [seen], unit: view.unit };
      const wrote = await act("cells_edit", input, { quiet: true });
      const odd = wrote.warnings.map(ruleWords).join(" ");
      if (odd !== "") onSay(odd);
      else if (elsewhere) onSay(t("grid.wroteMonth", { month: wordDay(`${month}-01/month`, view.lang) }));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      choose(back(cell.spot));
      setEditing({ ...cell, text, mode: "edit", fault: wordsOf(error), seen: seenIn(row, column) });
    } finally {
      setWriting((marks) => withMark(marks, row.id, column, null));
    }
  };
  const create = async (cell: Editing, name: string) => {
    setNewName(name);
    try {
      await act("project_save", { id: null, set: { ...given(search), name } }, { quiet: true });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      choose(back(cell.spot));
      // The reason has no place in a cell: the form asks for it.
      const listed = error.fault.fields.some((one) => one.field === "negative_reason");
      setEditing({ ...cell, text: name, mode: "edit", fault: listed ? t("grid.negative") : wordsOf(error) });
    } finally {
      setNewName(null);
    }
  };
  const go = (cell: Editing, way: Way, made: boolean, e?: KeyboardEvent) => {
    const from = isInside(chosen, cell.spot) ? { ...chosen, at: cell.spot } : one(cell.spot);
    if (way === "stay") return;
    const ahead = made ? { ...room, lines: room.lines + 1 } : room;
    if (way !== "arrow") return choose(advanced(from, way, ahead));
    const key = e && moved(one(cell.spot), { key: e.key, ctrl: e.ctrlKey || e.metaKey, shift: false }, ahead);
    if (key) choose(key.at.line < 0 ? one(cell.spot) : key);
  };

  return {
    editing,
    writing,
    newName,
    edit: (spot = chosen.at) => open(spot, "", "edit"),
    begin: () => {
      open(chosen.at, null, "type");
    },
    leave: () => setEditing(null),
    mode: () =>
      setEditing((now) => now && { ...now, text: null, mode: now.mode === "type" ? "edit" : "type", fault: null }),
    keep: (text, way, e) => {
      if (!editing) return;
      const cell = editing;
      const made = cell.row === null && text.trim() !== "";
      setEditing(null);
      go(cell, way, made, e);
      if (cell.row === null) return made ? void create(cell, text.trim()) : undefined;
      if (blocks.retype(cell.row, cell.column, text)) return;
      if (text !== cell.was || isElsewhere(cell, month)) before.current = write(cell, cell.row, text);
    },
  };
}

const back = (spot: Spot) => one(spot);

/** Whether the sheet shows a later month of this cell than the one that is written to. */
const isElsewhere = ({ row, column }: Pick<Editing, "row" | "column">, month: string) =>
  row !== null && periodOf(column, month) !== null && row.period !== null && row.period > month;

const isInside = ({ from, to }: Chosen, { line, column }: Spot) =>
  line >= Math.min(from.line, to.line) &&
  line <= Math.max(from.line, to.line) &&
  column >= Math.min(from.column, to.column) &&
  column <= Math.max(from.column, to.column);

const textOf = (blocks: Blocks, { row, column }: Pick<Editing, "row" | "column">) =>
  blocks.preview?.cells.find((cell) => cell.project === row?.id && cell.column === column)?.text;

const wordsOf = ({ fault }: Refused) =>
  fault.fields.length > 0 ? fault.fields.map(ruleWords).join(" ") : faultWords(fault);

/** What the filters say of a new project, so that it stays in sight. */
function given(search: LedgerSearch): Record<string, string> {
  const set: Record<string, string> = {};
  for (const { column, op, values } of search.filters ?? []) {
    const [value] = values;
    const sets = column === "region" || column === "stage" || column === "carried" || column === "nature";
    if (sets && op === "any_of" && values.length === 1 && value) set[column] = value;
  }
  return set;
}
