import { useTranslation } from "react-i18next";
import type { ProjectFile } from "../bindings/types";
import { useDesk } from "../desk";
import { showMoney, showRate } from "../lib/money";
import { IndexBar } from "./IndexBar";
import { StageLine } from "./StageLine";

/** The figures everybody asks for first: money, index, stages. */
export function Head({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const { project } = file;
  const report = file.progress.find((p) => p.basis === "dispatch");
  const rate =
    project.total && report?.done_total !== null && report?.done_total !== undefined
      ? Math.floor((Math.floor((report.done_total * 2000) / project.total) + 1) / 2)
      : null;
  const leader = file.duties.find((d) => d.role === "leader" && d.until === null);
  const about = (yes: boolean, text: string) => (yes && text !== "" ? t("money.about", { text }) : text);
  return (
    <div className="hd">
      <dl className="facts">
        <Fact name={`${t("column.total")} ${t(`money.${unit}`)}`} strong>
          {about(project.total_about, showMoney(project.total, unit))}
        </Fact>
        <Fact name={project.plan_year ? t("head.planOf", { year: project.plan_year }) : t("column.plan")} strong>
          {about(project.plan_about, showMoney(project.plan, unit))}
        </Fact>
        <Fact
          name={
            report
              ? t("head.doneAt", {
                  basis: t("choice.basis.dispatch"),
                  at: report.as_of ? report.as_of.slice(5) : report.period,
                })
              : t("column.done_total")
          }
          strong
        >
          {showMoney(report?.done_total ?? null, unit)}
          {rate !== null && <span className="i3 t12"> {showRate(rate)}%</span>}
        </Fact>
        <Fact name={t("column.enterprise")}>{file.enterprise?.name}</Fact>
        <Fact name={t("column.leader")}>{leader?.name}</Fact>
        <Fact name={t("column.responsible_unit")}>{project.responsible_unit}</Fact>
      </dl>
      <IndexBar index={file.index} checklist={file.checklist} />
      <StageLine file={file} />
    </div>
  );
}

function Fact({ name, strong, children }: { name: string; strong?: boolean; children: React.ReactNode }) {
  const blank = children === "" || children === null || children === undefined;
  return (
    <div>
      <dt className="cut">{name}</dt>
      <dd className={strong ? "cut b" : "cut"}>{blank ? <span className="i3">—</span> : children}</dd>
    </div>
  );
}
