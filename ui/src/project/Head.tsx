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
  const report = file.figures.money.find((money) => money.basis === "dispatch");
  const leader = file.duties.find((d) => d.role === "leader" && d.until === null);
  const about = (yes: boolean, text: string) => (yes && text !== "" ? t("money.about", { text }) : text);
  const inAll =
    report?.done_total === null || report === undefined
      ? undefined
      : [
          `${t("field.done_total")} ${showMoney(report.done_total, unit)}`,
          report.rate !== null && t("head.ofTotal", { rate: showRate(report.rate) }),
        ]
          .filter(Boolean)
          .join(" ");
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
              : t("field.done_year")
          }
          title={inAll}
          strong
        >
          {showMoney(report?.done_year ?? null, unit)}
          {report && report.year_rate !== null && <span className="i3 t12"> {showRate(report.year_rate)}%</span>}
        </Fact>
        <Fact name={t("column.enterprise")}>{file.enterprise?.name}</Fact>
        <Fact name={t("column.leader")}>{leader?.name}</Fact>
        <Fact name={t("column.responsible_unit")}>{project.responsible_unit}</Fact>
      </dl>
      <IndexBar file={file} />
      <StageLine file={file} />
    </div>
  );
}

interface FactProps {
  name: string;
  strong?: boolean;
  title?: string | undefined;
  children: React.ReactNode;
}

function Fact({ name, strong, title, children }: FactProps) {
  const blank = children === "" || children === null || children === undefined;
  return (
    <div title={title}>
      <dt className="cut">{name}</dt>
      <dd className={strong ? "cut b" : "cut"}>{blank ? <span className="i3">—</span> : children}</dd>
    </div>
  );
}
