import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { memo, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Column, ProjectRow, ShownColumn } from "../bindings/types";
import { useDesk } from "../desk";
import { markReady, stopWaiting } from "../lib/painted";
import { useStable } from "../lib/stable";
import { Editor, type EditorHandle } from "./Editor";
import { Foot } from "./Foot";
import { fitWidth } from "./fit";
import { GroupLine } from "./GroupLine";
import { Head } from "./Head";
import { type Band, Line } from "./Line";
import { move, resize, settled } from "./layout";
import { linesOf } from "./lines";
import { sideways } from "./math";
import { useMonth } from "./month";
import { NewLine } from "./NewLine";
import { type Chosen, isOne, one, type Rect, rectOf, type Spot, stillIn } from "./range";
import { kept, remember } from "./remember";
import { type RowHeight, SIZE } from "./rowHeight";
import { type LedgerSearch, withSort } from "./search";
import { shapeOf } from "./shape";
import { ALL_TICKS, isTicked, NO_TICKS, type Ticks, tickCount, ticked } from "./ticks";
import { type Blocks, useBlocks } from "./useBlocks";
import { useKeys } from "./useKeys";
import { lastRoom, useBeyond, useMeasured, useRoom } from "./useMeasured";
import { usePointer } from "./usePointer";
import { fetchRows, type Rows, useRows } from "./useRows";
import { useSheet } from "./useSheet";
import { columnWord, hint, shown } from "./words";

const HEAD = 24;

/** What the page is told of the sheet, for its bars, its panel and the status line. */
export interface Told {
  row: ProjectRow | null;
  at: Chosen;
  rows: Rows;
  rect: Rect | null;
  lines: ReturnType<typeof linesOf>;
  blocks: Blocks;
  /** Goes to the next faulty cell of a preview. */
  nextFault: () => void;
  /** Goes up or down from the row in turn. */
  step: (by: 1 | -1) => void;
  focus: () => void;
}

interface Props {
  search: LedgerSearch;
  layout: readonly ShownColumn[];
  /** Left-over room goes to the columns with long words. */
  grows: boolean;
  height: RowHeight;
  ticks: Ticks;
  peeking: boolean;
  onSearch: (search: LedgerSearch) => void;
  onLayout: (layout: ShownColumn[]) => void;
  onTicks: (ticks: Ticks) => void;
  onPeek: (peeking: boolean) => void;
  onMenu: (column: Column, head: Element) => void;
  onOpen: (row: ProjectRow) => void;
  onHelp: () => void;
  onEscape: () => void;
  onSay: (words: string) => void;
  onTold: (told: Told) => void;
}

/** The ledger: windowed lines under a frozen head, over frozen totals, worked in like a spreadsheet. */
function GridOf(props: Props) {
  const { search, layout, grows, height, ticks, peeking, onSearch, onLayout, onTicks, onPeek, onMenu } = props;
  const { t } = useTranslation();
  const view = useDesk();
  const [month] = useMonth();
  const scroll = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorHandle>(null);
  const [before] = useState(lastRoom);
  const width = useRoom(scroll, before);
  const overscan = useBeyond();
  const [seen, setSeen] = useState<[number, number]>([0, 60]);
  const [closed, setClosed] = useState<ReadonlySet<string>>(() => kept(search)?.closed ?? new Set());
  const [chosen, setChosen] = useState<Chosen>(() => kept(search)?.chosen ?? one({ line: 0, column: nameAt(layout) }));

  const rows = useRows(search, seen[0], seen[1]);
  const { count } = rows;
  const known = rows.sums !== null;
  const lines = useMemo(() => linesOf(count, rows.groups, closed, known), [count, rows.groups, closed, known]);
  const shape = useMemo(() => shapeOf(layout, width, grows), [layout, width, grows]);
  const size = SIZE[height];

  const estimate = useCallback(
    (line: number) => (size === HEAD || lines.at(line).kind === "row" ? size : HEAD),
    [lines, size],
  );
  const virtual = useVirtualizer({
    count: lines.count,
    getScrollElement: () => scroll.current,
    estimateSize: estimate,
    initialRect: before,
    overscan,
    scrollMargin: HEAD,
    scrollPaddingStart: HEAD,
    scrollPaddingEnd: 28,
    initialOffset: kept(search)?.top ?? 0,
    // The cell in turn stays, however far it is scrolled away.
    rangeExtractor: useCallback(
      (range: Range) => {
        const all = defaultRangeExtractor(range);
        const { line } = chosen.at;
        return line >= 0 && line < range.count && !all.includes(line) ? [...all, line].sort((a, b) => a - b) : all;
      },
      [chosen.at],
    ),
  });
  const items = virtual.getVirtualItems();
  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? 60;
  const room = {
    lines: lines.count,
    columns: layout.length,
    page: Math.max(1, last - first - 1),
  };

  useMeasured(virtual, [height, rows.groups, closed, shape.template]);
  useEffect(() => {
    const near = lines.rows(Math.max(0, first - 20), last + 20);
    setSeen([near[0] ?? 0, near.at(-1) ?? 60]);
  }, [first, last, lines]);
  const there = rows.row(0) !== undefined;
  const none = rows.sums?.count === 0 || rows.error !== null;
  useEffect(() => {
    if (there) void markReady();
    else if (none) stopWaiting();
  }, [there, none]);
  // The sheet is ready for the keys as soon as it is there, unless they are wanted elsewhere: a tour, the palette, a dialog.
  useEffect(() => {
    const held = document.activeElement;
    if (held === null || held === document.body) editor.current?.focus();
  }, []);
  useEffect(() => {
    const box = scroll.current;
    return () => remember(search, { chosen, closed, top: box?.scrollTop ?? 0 });
  });

  const reveal = (spot: Spot) => {
    const box = scroll.current;
    if (!box) return;
    if (spot.line >= 0) virtual.scrollToIndex(spot.line, { align: "auto" });
    if (spot.column >= shape.frozen) {
      const [left = 0, wide = 0] = [shape.lefts[spot.column], shape.wide[spot.column]];
      box.scrollLeft = sideways(left, wide, shape.still, box.scrollLeft, box.clientWidth);
    }
  };
  const choose = (to: Chosen) => {
    setChosen(to);
    reveal(isOne(to) ? to.at : to.to);
  };
  const at = useMemo(() => stillIn(chosen, lines.count, layout.length), [chosen, lines.count, layout.length]);
  const blocks = useBlocks({ search, layout, lines, rows, chosen: at, month, view, onSay: props.onSay });
  const onSay = props.onSay;
  const sheet = useSheet({ search, layout, lines, rows, room, chosen: at, choose, blocks, month, view, onSay });

  const lineRow = (line: number): ProjectRow | undefined => {
    if (line < 0 || line >= lines.count) return undefined;
    const found = lines.at(line);
    return found.kind === "row" ? rows.row(found.row) : undefined;
  };
  const tick = async (from: number, to: number, on: boolean) => {
    const places = lines.rows(from, to);
    const loaded = places.map(rows.row);
    const found = loaded.every((row) => row !== undefined) ? loaded : await fetchRows(search, places);
    onTicks(ticked(ticks, found as ProjectRow[], on));
  };
  const fold = (line: number, open: boolean | null) => {
    const found = lines.at(line);
    if (found.kind !== "group") return;
    const key = found.group.key ?? "";
    setClosed((now) => {
      const next = new Set(now);
      if (open ?? now.has(key)) next.delete(key);
      else next.add(key);
      return next;
    });
  };
  const sort = useStable(
    (column: Column | undefined, add: boolean) => column && onSearch(withSort(search, column, add)),
  );
  const tickAll = useStable(() => onTicks(tickCount(ticks, count) === count ? NO_TICKS : ALL_TICKS));
  const widen = useStable((column: Column, to: number) => onLayout(resize(settled(layout, shape.wide), column, to)));
  const fit = useStable((column: Column) =>
    widen(column, fitWidth(lines.rows(first, last).map(rows.row), column, view)),
  );
  const moveTo = useStable((column: Column, before: Column | null) =>
    onLayout(move(settled(layout, shape.wide), column, before)),
  );
  const headOf = (column: number) => document.getElementById(`cell--1-${column}`);
  const menu = (column: number) => {
    const [spec, head] = [shape.columns[column], headOf(column)];
    if (spec && head) onMenu(spec.column, head);
  };
  const now = lineRow(at.at.line) ?? null;
  const onKey = useKeys(at, lines, room, sheet, blocks, {
    choose,
    peek: () => onPeek(!peeking),
    openPage: () => now && props.onOpen(now),
    tickRange: () => {
      const rect = rectOf(at);
      void tick(rect.top, rect.bottom, !(now && isTicked(ticks, now.id)));
    },
    fold,
    sort: (column) => sort(shape.columns[column]?.column, false),
    menu,
    find: () => document.querySelector<HTMLInputElement>(".find-here input")?.select(),
    help: props.onHelp,
    leave: () => document.querySelector<HTMLElement>(".bar input, .bar button")?.focus(),
    escape: () => (blocks.preview ? blocks.drop() : props.onEscape()),
  });
  const pointer = usePointer({
    scroll,
    chosen: at,
    choose: setChosen,
    keep: () => editor.current?.keep(),
    focus: () => editor.current?.focus(),
    edit: (spot) => sheet.edit(spot),
    peek: (spot) => {
      setChosen(one(spot));
      onPeek(true);
    },
    fold: (line) => fold(line, null),
    tick: (line, stretch) => {
      const row = lineRow(line);
      if (row) void tick(stretch ? at.at.line : line, line, !isTicked(ticks, row.id));
      setChosen(one({ ...at.at, line }));
    },
    isLight: (column) => shape.columns[column]?.column === "light",
    hint: ({ line, column }) => {
      const [row, spec] = [lineRow(line), shape.columns[column]];
      return row && spec ? hint(row, spec.column, view) : "";
    },
  });

  const nextFault = () => {
    const { preview } = blocks;
    if (!preview) return;
    const spots = preview.checked.flatMap((cell, n) => {
      const line = lines.ofRow(preview.places[n] ?? -1);
      const faulty = cell.faults.some((fault) => !fault.warning) && line >= 0;
      return faulty ? [{ line, column: layout.findIndex((shown) => shown.column === cell.column) }] : [];
    });
    const after = spots.find((s) => s.line > at.at.line || (s.line === at.at.line && s.column > at.at.column));
    const to = after ?? spots[0];
    if (to) choose(one(to));
    editor.current?.focus();
  };
  const told = useRef(props.onTold);
  told.current = props.onTold;
  useEffect(() => {
    told.current({
      row: now,
      at,
      rows,
      rect: isOne(at) || at.at.line < 0 ? null : rectOf(at),
      lines,
      blocks,
      nextFault,
      step: (by) => choose(one({ ...at.at, line: Math.max(0, Math.min(lines.count - 1, at.at.line + by)) })),
      focus: () => editor.current?.focus(),
    });
  });

  const rect = rectOf(at);
  const many = !isOne(at) && at.at.line >= 0;
  const band = (line: number): Band | null =>
    many && line >= rect.top && line <= rect.bottom
      ? { left: rect.left, right: rect.right, first: line === rect.top, last: line === rect.bottom }
      : null;
  const ticksOf = tickCount(ticks, count);
  const spec = shape.columns[at.at.column];
  const fresh = at.at.line >= 0 && at.at.line < lines.count && lines.at(at.at.line).kind === "new";
  const seat = fresh ? nameAt(layout) : at.at.column;
  const label = [now?.name, spec && columnWord(spec.column), now && spec && shown(now, spec.column, view)];

  return (
    <div className={`sheet-box ${height}`} {...pointer}>
      <div
        ref={scroll}
        className="sheet"
        role="grid"
        id="ledger-grid"
        aria-label={t("ledger.title")}
        aria-rowcount={lines.count + 2}
        aria-colcount={layout.length + 1}
        aria-multiselectable="true"
        aria-busy={rows.sums === null}
        onScroll={() => editor.current?.follow()}
      >
        <Head
          search={search}
          shape={shape}
          at={at.at.line < 0 ? at.at.column : null}
          left={many || at.at.line >= 0 ? rect.left : null}
          right={rect.right}
          ticks={ticksOf === 0 ? "none" : ticksOf === count ? "all" : "some"}
          onTickAll={tickAll}
          onSort={sort}
          onMenu={onMenu}
          onWidth={widen}
          onFit={fit}
          onMove={moveTo}
        />
        <div role="rowgroup" className="rows" style={{ height: virtual.getTotalSize(), width: shape.all }}>
          {items.map((item) => {
            const line = lines.at(item.index);
            const top = item.start - HEAD;
            const here = at.at.line === item.index;
            if (line.kind === "group" && search.group)
              return (
                <GroupLine
                  key={item.key}
                  line={item.index}
                  group={line.group}
                  by={search.group}
                  open={line.open}
                  now={here}
                  top={top}
                  shape={shape}
                  view={view}
                />
              );
            if (line.kind !== "row") {
              const mark =
                sheet.newName === null ? null : { text: sheet.newName, fault: null, kind: "writing" as const };
              return <NewLine key={item.key} line={item.index} top={top} shape={shape} now={here} mark={mark} />;
            }
            const row = rows.row(line.row);
            const marks = row && (blocks.marks.get(row.id) ?? sheet.writing.get(row.id));
            return (
              <Line
                key={item.key}
                line={item.index}
                number={line.row}
                row={row}
                top={top}
                shape={shape}
                at={here ? at.at.column : null}
                band={band(item.index)}
                marks={marks}
                ticked={row !== undefined && isTicked(ticks, row.id)}
                open={peeking && here}
                view={view}
                month={month}
                measure={height === "wrapped" ? virtual.measureElement : undefined}
              />
            );
          })}
        </div>
        <Foot sums={rows.sums} index={lines.count + 2} shape={shape} view={view} />
      </div>
      <Editor
        ref={editor}
        editing={sheet.editing}
        cell={`cell-${at.at.line}-${seat}`}
        label={label.filter(Boolean).join(" ")}
        onBegin={sheet.begin}
        onKeep={sheet.keep}
        onLeave={sheet.leave}
        onMode={sheet.mode}
        onKey={onKey}
        onCopy={(e, cut) => {
          e.preventDefault();
          blocks.copy(e.clipboardData, cut);
        }}
        onPaste={(e) => {
          e.preventDefault();
          blocks.paste(e.clipboardData.getData("text/plain"));
        }}
      />
    </div>
  );
}

const nameAt = (layout: readonly ShownColumn[]) =>
  Math.max(
    0,
    layout.findIndex((shown) => shown.column === "name"),
  );

export const Grid = memo(GridOf);
