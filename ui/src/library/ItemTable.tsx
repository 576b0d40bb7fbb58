import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { TemplateLine } from "../bindings/types";
import { Tick } from "../controls/Tick";
import { grouped } from "../lib/group";
import { isIme } from "../lib/ime";
import { ToCheck } from "./ToCheck";
import { useTemplateWords } from "./words";

interface Props {
  lines: TemplateLine[];
  picked: string | null;
  onPick: (code: string) => void;
  /** Esc: what was picked is closed. */
  onLeave: () => void;
  /** In a draft lines are ticked, to be filled in together. */
  ticks: Ticks | null;
}

export interface Ticks {
  ticked: ReadonlySet<string>;
  onTick: (codes: string[], on: boolean) => void;
}

const COLUMNS = ["code", "name", "department", "kind", "statutory", "promised", "needs", "handling", "papers"] as const;

const STEPS: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at, last) => Math.min(at + 10, last),
  PageUp: (at) => Math.max(at - 10, 0),
  Home: () => 0,
  End: (_, last) => last,
};

/** The items of a version by stage; arrow keys go from one to the next, one of them is reached by Tab. */
export function ItemTable({ lines, picked, onPick, onLeave, ticks }: Props) {
  const { t } = useTranslation();
  const words = useTemplateWords();
  const stages = grouped(lines, (line) => line.row.stage_no).sort(([a], [b]) => a - b);
  const held = lines.some((line) => line.row.code === picked) ? picked : (stages[0]?.[1][0]?.row.code ?? null);
  const press = (e: KeyboardEvent<HTMLTableElement>) => {
    if (isIme(e)) return;
    if (e.key === "Escape" && picked !== null) return onLeave();
    const step = STEPS[e.key];
    if (!step) return;
    const names = [...e.currentTarget.querySelectorAll<HTMLElement>("[data-code]")];
    const at = names.indexOf(document.activeElement as HTMLElement);
    const next = names[step(at, names.length - 1)];
    if (at < 0) return;
    e.preventDefault();
    next?.focus();
    next?.click();
  };
  return (
    <div className="lib-items scrolls">
      <table className="lines" aria-label={t("template.table")} onKeyDown={press}>
        <thead>
          <tr>
            {ticks && (
              <th scope="col" className="c-tick">
                <Tick
                  checked={lines.length > 0 && lines.every((line) => ticks.ticked.has(line.row.code))}
                  partly={ticks.ticked.size > 0}
                  label={t("reduction.tickAll", { count: lines.length })}
                  onTick={(on) =>
                    ticks.onTick(
                      lines.map((line) => line.row.code),
                      on,
                    )
                  }
                />
              </th>
            )}
            {COLUMNS.map((name) => (
              <th key={name} scope="col" className={name === "papers" ? "c-papers num" : `c-${name}`}>
                {t(`template.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        {stages.map(([number, group]) => (
          <tbody key={number}>
            <tr className="lib-stage">
              <th scope="rowgroup" colSpan={ticks ? 4 : 3}>
                {group[0] && words.stage(group[0].row)}
                <span className="i3">{group.length}</span>
              </th>
              {COLUMNS.slice(3).map((name) => (
                <td key={name} className={`c-${name}`} />
              ))}
            </tr>
            {group.map((line) => (
              <Line
                key={line.row.code}
                line={line}
                on={picked === line.row.code}
                held={held === line.row.code}
                ticks={ticks}
                onPick={onPick}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface LineProps {
  line: TemplateLine;
  on: boolean;
  /** Reached by Tab. */
  held: boolean;
  ticks: Ticks | null;
  onPick: (code: string) => void;
}

function Line({ line, on, held, ticks, onPick }: LineProps) {
  const { t } = useTranslation();
  const words = useTemplateWords();
  const { row, papers_before, papers } = line;
  const name = words.name(row);
  const department = words.department(row);
  const needs = words.needs(row.needs);
  const handling = words.handling(row);
  return (
    <tr
      className={on ? "hot" : undefined}
      onClick={(e) => {
        e.currentTarget.querySelector<HTMLElement>("[data-code]")?.focus();
        onPick(row.code);
      }}
    >
      {ticks && (
        <td className="c-tick" onClick={(e) => e.stopPropagation()} onKeyDown={(e) => e.stopPropagation()}>
          <Tick
            checked={ticks.ticked.has(row.code)}
            label={t("reduction.tick", { name })}
            onTick={(to) => ticks.onTick([row.code], to)}
          />
        </td>
      )}
      <td className="c-code i2 t12">{row.code}</td>
      <td>
        <span className="lib-name">
          <button
            type="button"
            className="cut"
            aria-pressed={on}
            tabIndex={held ? 0 : -1}
            data-code={row.code}
            title={name}
          >
            {name}
          </button>
          {row.core !== "none" && (
            <span className="tag" title={t(`template.coreWhy.${row.core}`)}>
              {t("template.coreMark")}
            </span>
          )}
          {line.changed && (
            <span className="tag acc" title={t("template.changedWhy")}>
              {t("template.changed")}
            </span>
          )}
        </span>
      </td>
      <td className="i2" title={department}>
        {department}
      </td>
      <td className="c-kind i2">{t(`kind.${row.kind}`)}</td>
      <td title={words.limit(row.statutory, row.statutory_unit)}>
        {words.limit(row.statutory, row.statutory_unit)}
        {row.statutory !== null && row.statutory_side && row.statutory_side !== "department" && (
          <span className="lib-whose" title={t(`template.side.${row.statutory_side}`)}>
            {t(`template.sideShort.${row.statutory_side}`)}
          </span>
        )}
        {line.to_check.includes("statutory") && <ToCheck />}
      </td>
      <td title={words.limit(row.promised, "working")}>
        {words.limit(row.promised, "working")}
        {line.to_check.includes("promised") && <ToCheck />}
      </td>
      <td className="c-needs i2" title={needs}>
        {needs}
      </td>
      <td className="c-handling i2" title={handling}>
        {handling}
      </td>
      <td className="c-papers num">
        {papers_before > 0 &&
          (papers_before === papers ? papers : t("template.papersCell", { before: papers_before, after: papers }))}
      </td>
    </tr>
  );
}
