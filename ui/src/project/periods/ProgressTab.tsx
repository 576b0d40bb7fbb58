import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Basis, ProjectFile } from "../../bindings/types";
import { Seg } from "../../controls/Seg";
import { useDesk } from "../../desk";
import { Icon } from "../../frame/icons";
import { act, tryTo } from "../../query";
import { CHOICES } from "../fields";
import { BasisTable } from "./BasisTable";
import { NewPeriod } from "./NewPeriod";
import { periodName } from "./name";
import { MONEY, PeriodRow } from "./PeriodRow";

type Shown = Basis | "all";

/** Every report of the project, newest first: money and words of one period and basis in one row. */
export function ProgressTab({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const { unit, lang } = useDesk();
  const [shown, setShown] = useState<Shown>("all");
  const [adding, setAdding] = useState(false);
  const lines = file.figures.lines.filter((line) => shown === "all" || line.report.basis === shown);
  const basis = shown === "all" ? "dispatch" : shown;
  const next = file.figures.next.find((n) => n.basis === basis);
  const carry = () =>
    tryTo(() => act("progress_save", { project: file.project.id, period: next?.period ?? null, basis, set: {} }));
  return (
    <div className="panel scrolls">
      <div className="bar">
        <Seg
          label={t("field.basis")}
          value={shown}
          choices={[
            { value: "all", text: t("periods.all") },
            ...CHOICES.basis.map((value) => ({ value, text: t(`choice.basis.${value}`) })),
          ]}
          onPick={(value: Shown) => setShown(value)}
        />
        <span className="note cut">{t("periods.lead", { unit: t(`money.${unit}`) })}</span>
        <span className="grow" />
        <button
          type="button"
          className="btn s"
          disabled={!next?.period || !next.from}
          title={next?.from && !next.period ? t("periods.upToDate") : t("periods.carryTitle")}
          onClick={() => void carry()}
        >
          {next?.period && next.from
            ? t("periods.carry", { period: periodName(next.period, basis, lang) })
            : t("periods.carryNone")}
        </button>
        <button type="button" className="btn s pri" onClick={() => setAdding(true)}>
          <Icon name="plus" />
          {t("periods.add")}
        </button>
      </div>
      <div className="basisbox">
        <BasisTable file={file} across />
      </div>
      {adding && <NewPeriod file={file} basis={basis} onDone={() => setAdding(false)} />}
      {lines.length === 0 ? (
        <div className="hollow">
          <section className="empty">
            <h2>{t("periods.none")}</h2>
            <p className="i2">{t("periods.noneLead")}</p>
            <button type="button" className="btn pri" onClick={() => setAdding(true)}>
              {t("periods.add")}
            </button>
          </section>
        </div>
      ) : (
        <table className="lines periods">
          <thead>
            <tr>
              <th scope="col" className="p-when">
                {t("periods.when")}
              </th>
              {MONEY.map((field) => (
                <th key={field} scope="col" className="num p-money">
                  {t(`field.${field}`)}
                </th>
              ))}
              <th scope="col">{t("field.image")}</th>
              <th scope="col">{t("field.issue")}</th>
              <th scope="col">{t("field.next_step")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <PeriodRow key={line.report.id} line={line} project={file.project.id} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
