import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import type { ProgressSheetProject, ProjectId } from "../../bindings/types";
import { CellLine } from "./CellLine";
import { ProjectPick } from "./ProjectPick";

interface Props {
  projects: readonly ProgressSheetProject[];
  taken: ReadonlySet<string>;
  onTake: (at: string, on: boolean) => void;
  onPick: (at: string, project: ProjectId | null) => void;
}

/** Column by column, what its cells would do; those that are no project of the desk yet come first. */
export function Columns({ projects, taken, onTake, onPick }: Props) {
  const { t } = useTranslation();
  const ordered = projects.toSorted((a, b) => Number(a.project !== null) - Number(b.project !== null));
  return (
    <section className="ps-part" aria-label={t("progress_sheet.projects")}>
      <div className="cap">
        <h2>{t("progress_sheet.projects")}</h2>
        <span className="note">{t("progress_sheet.projectsWhy")}</span>
      </div>
      <table className="lines ps-cells">
        <thead>
          <tr>
            <th scope="col" className="c-cell">
              {t("progress_sheet.cell")}
            </th>
            <th scope="col" className="c-item">
              {t("approvals.item")}
            </th>
            <th scope="col" className="c-text">
              {t("progress_sheet.text")}
            </th>
            <th scope="col">{t("progress_sheet.what")}</th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((column) => (
            <Fragment key={column.at}>
              <tr className="ps-column">
                <th scope="rowgroup" colSpan={4}>
                  <div className="row">
                    <span className="note">{t("progress_sheet.column", { column: column.column })}</span>
                    <b className="cut" title={column.text}>
                      {column.text}
                    </b>
                    <ProjectPick column={column} onPick={(project) => onPick(column.at, project)} />
                    <span className="grow" />
                    <span className="note">{sums(column)}</span>
                  </div>
                </th>
              </tr>
              {column.cells.map((cell) => (
                <CellLine key={cell.at} cell={cell} taken={taken.has(cell.at)} onTake={(on) => onTake(cell.at, on)} />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );

  function sums(column: ProgressSheetProject): string {
    if (column.project === null) return t("progress_sheet.notRead");
    if (column.cells.length === 0) return t("progress_sheet.allSame", { count: column.same });
    return column.same > 0 ? t("progress_sheet.same", { count: column.same }) : "";
  }
}
