import type { KeyboardEvent } from "react";
import { takeBack } from "../frame/keys";
import type { Lines } from "./lines";
import { advanced, type Chosen, isOne, moved, one, type Room } from "./range";
import type { Blocks } from "./useBlocks";
import type { Sheet } from "./useSheet";

export interface KeyActs {
  choose: (chosen: Chosen) => void;
  /** Peek at the project in turn, or no longer. */
  peek: () => void;
  openPage: () => void;
  tickRange: () => void;
  fold: (line: number, open: boolean | null) => void;
  sort: (column: number) => void;
  menu: (column: number) => void;
  find: () => void;
  help: () => void;
  /** To the bar above. */
  leave: () => void;
  /** Takes back what is shown for a while: preview, ticks, peek. */
  escape: () => void;
}

/** Keys while no cell is edited. */
export function useKeys(chosen: Chosen, lines: Lines, room: Room, sheet: Sheet, blocks: Blocks, acts: KeyActs) {
  const { at } = chosen;
  const kind = at.line < 0 ? "head" : at.line < lines.count ? lines.at(at.line).kind : "none";

  const onCtrl = (e: KeyboardEvent): boolean => {
    const key = e.key.toLowerCase();
    const ways: Record<string, () => void> = {
      a: () =>
        acts.choose({ at, from: { line: 0, column: 0 }, to: { line: room.lines - 1, column: room.columns - 1 } }),
      d: blocks.fillDown,
      z: () => void takeBack(e.shiftKey ? "redo" : "undo"),
      y: () => void takeBack("redo"),
      f: acts.find,
      l: () => acts.menu(at.column),
      enter: acts.openPage,
    };
    if (e.shiftKey && key === "c") {
      blocks.copyWithHeads();
      return true;
    }
    if (key === " ") {
      acts.choose({ at, from: { line: 0, column: at.column }, to: { line: room.lines - 1, column: at.column } });
      return true;
    }
    if (key === "l" && !e.shiftKey) return false;
    const way = ways[key];
    way?.();
    return way !== undefined;
  };

  const onEnter = () => {
    if (kind === "head") acts.sort(at.column);
    else if (kind === "group") acts.fold(at.line, null);
    else sheet.edit();
  };
  const onSpace = (e: KeyboardEvent) => {
    if (kind === "head") acts.menu(at.column);
    else if (kind === "group") acts.fold(at.line, null);
    else if (e.shiftKey) acts.tickRange();
    else if (kind === "row") acts.peek();
  };
  /** Tab goes right like in a spreadsheet, and leaves the sheet at its edge. */
  const onTab = (e: KeyboardEvent): boolean => {
    const edge = e.shiftKey ? at.column === 0 : at.column === room.columns - 1;
    if (at.line < 0 || (isOne(chosen) && edge)) return false;
    acts.choose(advanced(chosen, e.shiftKey ? "left" : "right", room));
    return true;
  };
  /** What a plain key does; null if it is none of the sheet. */
  const plain = (e: KeyboardEvent): (() => void) | null => {
    switch (e.key) {
      case "Enter":
        return onEnter;
      case " ":
        return () => onSpace(e);
      case "F1":
        return acts.help;
      case "F2":
        return () => sheet.edit();
      case "F6":
        return acts.leave;
      case "Delete":
      case "Backspace":
        return blocks.clear;
      case "Escape":
        return () => (isOne(chosen) ? acts.escape() : acts.choose(one(at)));
      default:
        return null;
    }
  };

  return (e: KeyboardEvent) => {
    const ctrl = e.ctrlKey || e.metaKey;
    const done = () => {
      e.preventDefault();
      e.stopPropagation();
    };
    if (e.altKey && e.key === "ArrowDown") {
      done();
      if (kind === "head") acts.menu(at.column);
      else sheet.edit();
      return;
    }
    if (kind === "group" && !e.shiftKey && (e.key === "ArrowLeft" || e.key === "ArrowRight")) {
      done();
      acts.fold(at.line, e.key === "ArrowRight");
      return;
    }
    const to = e.altKey ? null : moved(chosen, { key: e.key, ctrl, shift: e.shiftKey }, room);
    if (to) {
      done();
      acts.choose(to);
    } else if (e.key === "Tab") {
      if (onTab(e)) done();
    } else if (ctrl) {
      if (onCtrl(e)) done();
    } else {
      const run = plain(e);
      if (run) done();
      run?.();
    }
  };
}
