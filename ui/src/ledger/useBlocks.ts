import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CellEdit, CheckedCell, ProjectRow, ShownColumn } from "../bindings/types";
import type { DeskView } from "../desk";
import { tellFault } from "../frame/notice";
import { act, tryTo } from "../query";
import { call, Refused } from "../rpc";
import { columnsOf, emptied, type Laid, lay, MOST_ROWS, pasted, rowsFor } from "./blocks";
import { type Block, blockHtml, blockText, parseBlock } from "./clipboard";
import type { Lines } from "./lines";
import { checkedMarks, type Marks, NO_MARKS } from "./marks";
import { type Chosen, type Rect, rectOf } from "./range";
import type { LedgerSearch } from "./search";
import { fetchRows, type Rows } from "./useRows";
import { choiceOf, columnWord, copied } from "./words";

/** A block that has faults: what it would write, cell by cell, until somebody decides. */
export interface Preview extends Laid {
  checked: CheckedCell[];
  changed: number;
  faults: number;
}

interface Of {
  search: LedgerSearch;
  layout: readonly ShownColumn[];
  lines: Lines;
  rows: Rows;
  chosen: Chosen;
  /** The month whose report is written to. */
  month: string;
  view: DeskView;
  onSay: (words: string) => void;
}

export interface Blocks {
  preview: Preview | null;
  marks: Marks;
  copy: (to: DataTransfer, cut: boolean) => void;
  copyWithHeads: () => void;
  paste: (text: string) => void;
  clear: () => void;
  fillDown: () => void;
  /** Types anew what a cell of the preview would write; false if it is no cell of it. */
  retype: (row: ProjectRow, column: ShownColumn["column"], text: string) => boolean;
  /** Writes what has no fault. */
  write: () => void;
  drop: () => void;
}

/** Copy, paste, clear and fill of the chosen range. */
export function useBlocks(of: Of): Blocks {
  const { search, layout, lines, rows, chosen, month, view, onSay } = of;
  const { t } = useTranslation();
  const [preview, setPreview] = useState<Preview | null>(null);
  const [marks, setMarks] = useState<Marks>(NO_MARKS);
  const rect = rectOf(chosen);
  const inRect = () => lines.rows(rect.top, Math.min(rect.bottom, rect.top + MOST_ROWS + rows.groups.length));

  const take = async (places: readonly number[]) => {
    if (places.length > MOST_ROWS) {
      onSay(t("grid.tooMany", { count: MOST_ROWS }));
      return [];
    }
    const found = await fetchRows(search, places);
    return found.map((row, n) => ({ place: places[n] ?? 0, row }));
  };

  const show = (laid: Laid, checked: CheckedCell[], changed: number, faults: number) => {
    setPreview({ ...laid, checked, changed, faults });
    setMarks(checkedMarks(checked, (column, text) => (text === "" ? "" : choiceOf(column, text))));
  };
  const drop = () => {
    setPreview(null);
    setMarks(NO_MARKS);
  };

  /** Writes at once what has no fault; else shows it in its places. */
  const put = (laid: Laid) =>
    tryTo(async () => {
      if (laid.cells.length === 0) return onSay(said(laid) ?? t("grid.nothingThere"));
      const { value } = await call("cells_check", { cells: laid.cells, expect: null, unit: view.unit });
      if (value.faults > 0) return show(laid, value.cells, value.changed, value.faults);
      if (value.changed === 0) return onSay(said(laid) ?? t("grid.noChange"));
      await write(laid.cells, value.cells);
      const words = said(laid);
      if (words) onSay(words);
    });
  const write = async (cells: readonly CellEdit[], checked: readonly CheckedCell[]) => {
    const good = cells.flatMap((cell, n) => {
      const seen = checked[n];
      return seen?.changed === true && seen.faults.every((fault) => fault.warning) ? [{ cell, old: seen.old }] : [];
    });
    if (good.length === 0) return;
    // What stood there when it was looked through: a cell that is another by now stops all.
    const expect = good.map(({ old }) => old);
    await act("cells_edit", { cells: good.map(({ cell }) => cell), expect, unit: view.unit });
  };
  const said = ({ over, fixed }: Laid) => {
    const parts = [
      over > 0 ? t("grid.over", { count: over }) : null,
      fixed.length > 0 ? t("grid.fixed", { columns: fixed.map(columnWord).join(t("grid.comma")) }) : null,
    ].filter((part) => part !== null);
    return parts.length > 0 ? parts.join(t("grid.stop")) : null;
  };

  const texts = async (places: readonly number[]): Promise<Block> => {
    const found = await take(places);
    return copied(
      found.map(({ row }) => row),
      columnsOf(layout, rect),
      view,
    );
  };
  const tell = (block: Block) => onSay(t("grid.copied", { rows: block.length, columns: block[0]?.length ?? 0 }));

  return {
    preview,
    marks,
    drop,
    copy: (to, cut) => {
      const places = inRect();
      const loaded = places.map(rows.row);
      if (places.length === 0) return;
      if (loaded.every((row) => row !== undefined)) {
        const block = copied(loaded as ProjectRow[], columnsOf(layout, rect), view);
        to.setData("text/plain", blockText(block));
        to.setData("text/html", blockHtml(block));
        tell(block);
      } else {
        void tryTo(async () => {
          const block = await texts(places);
          if (block.length === 0) return;
          await toClipboard(block);
          tell(block);
        });
      }
      if (cut) void tryTo(async () => put(emptied(await take(places), columnsOf(layout, rect), month)));
    },
    copyWithHeads: () =>
      void tryTo(async () => {
        const block = [columnsOf(layout, rect).map(columnWord), ...(await texts(inRect()))];
        await toClipboard(block);
        tell(block);
      }),
    paste: (text) =>
      void tryTo(async () => {
        const chosenRows = inRect();
        const block = pasted(parseBlock(text), rect, chosenRows.length);
        const places = rowsFor(lines, rect.top, block.length, rows.groups.length);
        await put(lay(block, await take(places), layout, rect.left, month));
      }),
    clear: () => void tryTo(async () => put(emptied(await take(inRect()), columnsOf(layout, rect), month))),
    fillDown: () =>
      void tryTo(async () => {
        const places = above(lines, rect, inRect());
        const [first, ...rest] = await take(places);
        if (!first) return;
        const [line = []] = copied([first.row], columnsOf(layout, rect), view);
        await put(
          lay(
            rest.map(() => line),
            rest,
            layout,
            rect.left,
            month,
          ),
        );
      }),
    retype: (row, column, text) => {
      const at = preview?.cells.findIndex((cell) => cell.project === row.id && cell.column === column) ?? -1;
      if (!preview || at < 0) return false;
      const cells = preview.cells.map((cell, n) => (n === at ? { ...cell, text } : cell));
      void tryTo(async () => {
        const { value } = await call("cells_check", { cells, expect: null, unit: view.unit });
        show({ ...preview, cells }, value.cells, value.changed, value.faults);
      });
      return true;
    },
    write: () => {
      if (!preview) return;
      void (async () => {
        try {
          await write(preview.cells, preview.checked);
          drop();
        } catch (error) {
          if (!(error instanceof Refused)) throw error;
          tellFault(error.fault);
        }
      })();
    },
  };
}

/** A single row is filled from the one above it, as in a spreadsheet. */
function above(lines: Lines, rect: Rect, places: number[]): number[] {
  if (places.length !== 1) return places;
  const before = lines.rows(Math.max(0, rect.top - 2), rect.top - 1).at(-1);
  return before === undefined ? [] : [before, ...places];
}

async function toClipboard(block: Block): Promise<void> {
  const blob = (type: string, text: string) => new Blob([text], { type });
  await navigator.clipboard.write([
    new ClipboardItem({
      "text/plain": blob("text/plain", blockText(block)),
      "text/html": blob("text/html", blockHtml(block)),
    }),
  ]);
}
