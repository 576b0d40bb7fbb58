import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Progress, ProjectFile } from "../bindings/types";
import { Editable } from "../controls/Editable";
import { useDesk } from "../desk";
import { STAGES } from "../ledger/search";
import { moment } from "../lib/day";
import { act } from "../query";
import { PathHead } from "./approvals/PathHead";
import { Lists } from "./Lists";
import { Milestones } from "./Milestones";
import { NegativeLine } from "./NegativeLine";
import { Entry } from "./opening/EntryDialog";
import { ProjectField, type ProjectKey } from "./ProjectField";
import { BasisTable } from "./periods/BasisTable";
import { ReportField } from "./ReportField";
import { RouteBrief } from "./RouteBrief";

const GROUPS: { name: "basics" | "building" | "units"; fields: ProjectKey[] }[] = [
  { name: "basics", fields: ["code", "aliases", "region", "site", "enterprise", "industry", "chain", "tags"] },
  {
    name: "building",
    fields: ["content", "scale", "nature", "carried", "mode", "land", "stage", "standing", "counted"],
  },
  { name: "units", fields: ["responsible_unit", "introduced_by", "served_by", "note", "internal_note"] },
];
const MONEY: ProjectKey[] = ["total", "plan_year", "plan", "arrived", "foreign_amount", "foreign_currency"];
const REPORT = ["image", "issue", "next_step"] as const;

/** Every field of the project in groups, each edited in its place. */
export function Overview({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const group = (name: "basics" | "building" | "units") => (
    <Group title={t(`group.${name}`)}>
      {GROUPS.find((g) => g.name === name)?.fields.map((field) => (
        <Row key={field} name={t(`field.${field}` as "field.name")}>
          <ProjectField file={file} name={field} />
        </Row>
      ))}
      {name === "basics" && <CreditCode file={file} />}
    </Group>
  );
  return (
    <div className="overview scrolls">
      <div className="overview-head">
        <PathHead file={file} />
        <RouteBrief project={file.project.id} />
        <NegativeLine project={file.project.id} />
      </div>
      <div className="col">
        <Reported file={file} />
        {group("building")}
        {group("basics")}
      </div>
      <div className="col">
        <section className="group">
          <div className="cap">
            <h2>{t("byBasis.title")}</h2>
            <span className="n">{t("byBasis.note")}</span>
          </div>
          <BasisTable file={file} />
        </section>
        <Group title={t("group.money")} note={t(`money.${unit}`)}>
          {MONEY.map((field) => (
            <Row key={field} name={t(`field.${field}` as "field.name")}>
              <ProjectField file={file} name={field} />
            </Row>
          ))}
        </Group>
        {group("units")}
      </div>
      <div className="col">
        <Days file={file} />
        <Milestones project={file.project.id} />
        <section className="group">
          <div className="cap">
            <h2>{t("entry.title")}</h2>
          </div>
          <Entry file={file} />
        </section>
        <Lists file={file} />
        <Family file={file} />
        <Source file={file} />
      </div>
    </div>
  );
}

export function Group({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section className="group">
      <div className="cap">
        <h2>{title}</h2>
        {note && <span className="n">{note}</span>}
      </div>
      <dl className="fields">{children}</dl>
    </section>
  );
}

export function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function CreditCode({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const enterprise = file.enterprise;
  if (!enterprise) return null;
  return (
    <Row name={t("field.uscc")}>
      <Editable
        label={t("field.uscc")}
        field="uscc"
        shown={enterprise.uscc ?? ""}
        text={enterprise.uscc ?? ""}
        save={(text) => act("enterprise_save", { id: enterprise.id, set: { uscc: text } })}
      />
    </Row>
  );
}

/** The newest report of the office (调度口径) in words, as leaders read it; its figures stand under 完成投资. */
function Reported({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const report: Progress | undefined = file.progress.find((p) => p.basis === "dispatch");
  return (
    <Group
      title={t("group.progress")}
      note={
        report
          ? t("overview.period", { period: report.period, basis: t("choice.basis.dispatch") })
          : t("overview.noReport")
      }
    >
      {REPORT.map((field) => (
        <Row key={field} name={t(`field.${field}`)}>
          <ReportField file={file} name={field} />
        </Row>
      ))}
    </Group>
  );
}

function Days({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  return (
    <section className="group">
      <div className="cap">
        <h2>{t("group.days")}</h2>
      </div>
      <table className="lines days-table">
        <thead>
          <tr>
            <th scope="col">{t("column.stage")}</th>
            <th scope="col">{t("overview.planned")}</th>
            <th scope="col">{t("overview.actual")}</th>
          </tr>
        </thead>
        <tbody>
          {STAGES.map((stage) => (
            <tr key={stage} className={file.project.stage === stage ? "here" : undefined}>
              <th scope="row">{t(`stage.${stage}`)}</th>
              <td>
                <ProjectField file={file} name={`${stage}_planned`} dense />
              </td>
              <td>
                <ProjectField file={file} name={`${stage}_actual`} dense />
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t("milestones.firstShort")}</th>
            <td />
            <td>
              <ProjectField file={file} name="first_product_actual" dense />
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}

function Family({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  if (!file.parent && file.children.length === 0) return null;
  return (
    <Group title={t("group.family")}>
      {file.parent && (
        <Row name={t("overview.parent")}>
          <Link to="/project/$id" params={{ id: file.parent.id }} className="link">
            {file.parent.name}
          </Link>
        </Row>
      )}
      {file.children.map((child) => (
        <Row key={child.id} name={t("overview.child")}>
          <Link to="/project/$id" params={{ id: child.id }} className="link">
            {child.name}
          </Link>
        </Row>
      ))}
    </Group>
  );
}

function Source({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const p = file.project;
  if (!p.source_file) return null;
  return (
    <Group title={t("group.source")}>
      <Row name={t("overview.sender")}>
        <span className="plain">{p.source_sender ?? "—"}</span>
      </Row>
      <Row name={t("overview.file")}>
        <span className="plain">{p.source_file}</span>
      </Row>
      <Row name={t("overview.place")}>
        <span className="plain">{t("overview.rowOf", { sheet: p.source_sheet ?? "", row: p.source_row ?? "" })}</span>
      </Row>
      {p.source_at !== null && (
        <Row name={t("overview.readAt")}>
          <span className="plain">{moment(p.source_at)}</span>
        </Row>
      )}
    </Group>
  );
}
