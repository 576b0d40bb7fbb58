import { useTranslation } from "react-i18next";
import { Icon } from "../frame/icons";
import type { Mark } from "./marks";
import { cellClass, cellPlace, type Shape } from "./shape";

interface Props {
  line: number;
  top: number;
  shape: Shape;
  now: boolean;
  mark: Mark | null;
}

/** The last line: a name typed here makes a project, without leaving the sheet. */
export function NewLine({ line, top, shape, now, mark }: Props) {
  const { t } = useTranslation();
  const at = shape.columns.findIndex((spec) => spec.column === "name");
  return (
    <div
      role="row"
      data-index={line}
      aria-rowindex={line + 2}
      className="line new"
      style={{ gridTemplateColumns: shape.template, transform: `translateY(${top}px)` }}
    >
      <div role="gridcell" aria-colindex={1} className="mid fz tick" style={{ left: 0 }}>
        <Icon name="plus" size={12} />
      </div>
      {shape.columns.map((spec, n) => (
        <div
          role="gridcell"
          key={spec.column}
          id={`cell-${line}-${n}`}
          aria-colindex={n + 2}
          className={`${cellClass(shape, n)}${now && n === at ? " now" : ""}`}
          style={cellPlace(shape, n)}
          data-spot={`${line}:${at}`}
        >
          {n === at && <span className="clamp i3">{mark?.text ?? t("grid.newLine")}</span>}
        </div>
      ))}
    </div>
  );
}
