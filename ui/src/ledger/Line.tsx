import { memo } from "react";
import type { ProjectRow } from "../bindings/types";
import type { DeskView } from "../desk";
import { Icon } from "../frame/icons";
import { i18next } from "../i18n";
import { cellShows } from "./cell";
import { newAgainst } from "./fresh";
import type { RowMarks } from "./marks";
import { cellClass, cellPlace, type Shape } from "./shape";
import { wasWords } from "./words";

/** Which cells of a line are chosen, and whether the range begins or ends here. */
export interface Band {
  left: number;
  right: number;
  first: boolean;
  last: boolean;
}

interface InCells {
  line: number;
  /** Place in the whole result, from 0. */
  number: number;
  row: ProjectRow | undefined;
  shape: Shape;
  /** Column of the cell in turn, if it is in this line. */
  at: number | null;
  band: Band | null;
  marks: RowMarks | undefined;
  view: DeskView;
  /** The month being filled in: what its reports say anew is marked. */
  month: string;
}

interface Props extends InCells {
  top: number;
  ticked: boolean;
  open: boolean;
  measure?: (node: Element | null) => void;
}

const IN_CELLS = ["line", "number", "row", "shape", "at", "marks", "view", "month"] as const;
const ON_LINE = ["top", "ticked", "open", "measure"] as const;

/** One project. Until its window is there: grey bars in the shape of the row. The sheet hears all clicks. */
function LineOf({ top, open, ticked, measure, ...cells }: Props) {
  const { line, row, shape, at } = cells;
  const aside = row && !row.counted ? " aside" : "";
  const state = `line${ticked ? " ticked" : ""}${open ? " open" : ""}${at === null ? "" : " in"}${aside}`;
  return (
    <div
      role="row"
      ref={measure}
      data-index={line}
      aria-rowindex={line + 2}
      aria-selected={ticked}
      className={state}
      style={{ gridTemplateColumns: shape.template, transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" aria-colindex={1} className="mid fz tick" style={{ left: 0 }}>
        {row && (
          <input
            type="checkbox"
            tabIndex={-1}
            checked={ticked}
            readOnly
            data-tick={line}
            aria-label={i18next.t("grid.tick", { name: row.name })}
          />
        )}
      </div>
      <Cells {...cells} />
    </div>
  );
}

/** What a line shows, which stays as it is where the line only moves. */
function CellsOf({ line, number, row, shape, at, band, marks, view, month }: InCells) {
  return shape.columns.map((spec, n) => {
    const mark = marks?.get(spec.column);
    const fresh = row && !mark ? newAgainst(row, spec.column, month) : null;
    const chosen = band !== null && n >= band.left && n <= band.right;
    return (
      <div
        role="gridcell"
        key={spec.column}
        id={`cell-${line}-${n}`}
        aria-colindex={n + 2}
        aria-selected={chosen}
        aria-invalid={mark?.kind === "faulty" ? true : undefined}
        className={`${cellClass(shape, n)}${chosen ? chosenClass(band, n) : ""}${at === n ? " now" : ""}${mark ? ` m-${mark.kind}` : ""}${fresh ? " fresh" : ""}`}
        style={cellPlace(shape, n)}
        data-spot={`${line}:${n}`}
        title={mark?.fault ?? (row && fresh ? wasWords(row, spec.column, fresh, view) : undefined)}
      >
        {mark ? <span className="clamp">{mark.text}</span> : row ? shows(row, n) : bone(n)}
      </div>
    );
  });

  function bone(n: number) {
    return n > 1 && (n === 2 || n > 6) && <span className="bone" />;
  }

  function shows(of: ProjectRow, n: number) {
    const spec = shape.columns[n];
    if (!spec) return null;
    if (spec.column !== "name") return cellShows(of, spec.column, number + 1, view);
    return (
      <>
        <span className="name">{of.name}</span>
        {!of.counted && (
          <span className="of-another" title={i18next.t("grid.asideHint")}>
            {i18next.t(of.parent === null ? "grid.aside" : "grid.asidePart")}
          </span>
        )}
        <button
          type="button"
          tabIndex={-1}
          className="look"
          data-look={line}
          aria-label={i18next.t("grid.look", { name: of.name })}
        >
          <Icon name="right" size={12} />
        </button>
      </>
    );
  }
}

function chosenClass(band: Band, n: number): string {
  const edges = [
    band.first && " b-top",
    band.last && " b-bottom",
    n === band.left && " b-left",
    n === band.right && " b-right",
  ];
  return ` band${edges.filter(Boolean).join("")}`;
}

const sameBand = (a: Band | null, b: Band | null) =>
  a === b ||
  (a !== null && b !== null && a.left === b.left && a.right === b.right && a.first === b.first && a.last === b.last);

const same = (a: InCells, b: InCells) => IN_CELLS.every((key) => a[key] === b[key]) && sameBand(a.band, b.band);

const Cells = memo(CellsOf, same);

export const Line = memo(LineOf, (a, b) => ON_LINE.every((key) => a[key] === b[key]) && same(a, b));
