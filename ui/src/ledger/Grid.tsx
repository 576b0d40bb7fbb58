import { useNavigate } from "@tanstack/react-router";
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDesk } from "../desk";
import { isIme } from "../lib/ime";
import { COLUMNS } from "./columns";
import { Foot } from "./Foot";
import { Head } from "./Head";
import { Line } from "./Line";
import { type Spot, sideways, step, widths } from "./math";
import type { LedgerSearch } from "./search";
import { useRows } from "./useRows";

interface Props {
  search: LedgerSearch;
  high: boolean;
  onSort: (search: LedgerSearch) => void;
  onCount: (count: number) => void;
}

/** The ledger: windowed rows under a frozen head, over a frozen total, moved through by keyboard like a sheet. */
export function Grid({ search, high, onSort, onCount }: Props) {
  const { t } = useTranslation();
  const desk = useDesk();
  const navigate = useNavigate();
  const scroll = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  const [at, setAt] = useState<Spot>({ row: 0, column: 2 });
  const moved = useRef(false);
  const [seen, setSeen] = useState<[number, number]>([0, 60]);

  const rows = useRows(search, seen[0], seen[1]);
  const count = rows.sums?.count ?? 0;
  const size = high ? 40 : 24;
  const shaped = desk.lang === "zh" ? COLUMNS : COLUMNS.map((c) => ({ ...c, width: c.en ?? c.width }));
  const wide = widths(shaped, room);
  const lefts = wide.map((_, n) => wide.slice(0, n).reduce((sum, w) => sum + w, 0));
  const frozen = wide.slice(0, 3).reduce((sum, w) => sum + w, 0);

  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => size,
    overscan: 8,
    scrollMargin: 24,
    scrollPaddingStart: 24,
    scrollPaddingEnd: 28,
    // The row with the focus stays, however far it is scrolled away.
    rangeExtractor: useCallback(
      (range: Range) => {
        const shown = defaultRangeExtractor(range);
        return at.row >= 0 && at.row < range.count && !shown.includes(at.row) ? [...shown, at.row] : shown;
      },
      [at.row],
    ),
  });
  const items = virtual.getVirtualItems();
  const first = virtual.range?.startIndex ?? 0;
  const last = virtual.range?.endIndex ?? 60;

  useEffect(() => setSeen([Math.max(0, first - 20), last + 20]), [first, last]);
  useEffect(() => onCount(count), [count, onCount]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new height of rows is measured anew
  useEffect(() => virtual.measure(), [size]);
  useLayoutEffect(() => {
    const box = scroll.current;
    if (!box) return;
    const watch = new ResizeObserver(() => setRoom(box.clientWidth));
    watch.observe(box);
    return () => watch.disconnect();
  }, []);

  useEffect(() => {
    const box = scroll.current;
    if (!moved.current || !box) return;
    moved.current = false;
    if (at.row >= 0) virtual.scrollToIndex(at.row, { align: "auto" });
    if (at.column > 2) {
      const [left = 0, width = 0] = [lefts[at.column], wide[at.column]];
      box.scrollLeft = sideways(left, width, frozen, box.scrollLeft, box.clientWidth);
    }
    requestAnimationFrame(() =>
      box.querySelector<HTMLElement>(`[data-spot="${at.row}:${at.column}"]`)?.focus({ preventScroll: true }),
    );
  });

  const go = (to: Spot) => {
    moved.current = true;
    setAt(to);
  };
  const open = (row: number) => {
    const project = rows.row(row);
    if (project) void navigate({ to: "/project/$id", params: { id: project.id } });
  };
  const press = (e: KeyboardEvent) => {
    if (isIme(e)) return;
    const page = Math.max(1, Math.floor(((scroll.current?.clientHeight ?? 0) - 52) / size));
    const to = step(e.key, e.ctrlKey || e.metaKey, at, count, COLUMNS.length, page);
    if (to) {
      e.preventDefault();
      go(to);
    } else if (e.key === "Enter" && at.row >= 0) {
      e.preventDefault();
      open(at.row);
    }
  };

  return (
    <div
      ref={scroll}
      className={high ? "sheet high" : "sheet"}
      role="grid"
      aria-label={t("ledger.title")}
      aria-rowcount={count + 2}
      aria-colcount={COLUMNS.length}
      aria-busy={rows.sums === null}
      onKeyDown={press}
    >
      <Head search={search} wide={wide} lefts={lefts} at={at} onGo={go} onSort={onSort} />
      <div
        role="rowgroup"
        className="rows"
        style={{ height: virtual.getTotalSize(), width: frozen && wide.reduce((a, b) => a + b, 0) }}
      >
        {items.map((item) => (
          <Line
            key={item.index}
            index={item.index}
            row={rows.row(item.index)}
            top={item.start - 24}
            wide={wide}
            lefts={lefts}
            at={at.row === item.index ? at.column : null}
            view={desk}
            onGo={go}
            onOpen={open}
          />
        ))}
      </div>
      <Foot sums={rows.sums} wide={wide} lefts={lefts} />
    </div>
  );
}
