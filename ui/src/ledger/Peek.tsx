import { Link } from "@tanstack/react-router";
import { Fragment, type KeyboardEvent, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { BasisMoney, Progress, ProjectFile, ProjectRow } from "../bindings/types";
import { useDesk } from "../desk";
import { Icon, Lamp } from "../frame/icons";
import { shortDay } from "../lib/day";
import { isIme } from "../lib/ime";
import { showMoney, showRate } from "../lib/money";
import { shownPhone } from "../lib/phone";
import { CallProject } from "../project/CallProject";
import { choiceWord } from "../project/fields";
import { useLightWords } from "../project/light";
import { OnePage } from "../project/OnePage";
import { WhyLight } from "../project/WhyLight";
import { useAsk } from "../query";
import { PeekIndex } from "./PeekIndex";
import { PeekWaits } from "./PeekWaits";
import { columnWord } from "./words";

interface Props {
  row: ProjectRow | null;
  onStep: (by: 1 | -1) => void;
  onClose: () => void;
  onOpen: (row: ProjectRow) => void;
}

/** 速览: everything that is asked on the telephone, beside the sheet; ↑ and ↓ go on to the next project. */
export function Peek({ row, onStep, onClose, onOpen }: Props) {
  const { t } = useTranslation();
  const file = useAsk("project_get", { id: row?.id ?? "" }, row !== null);
  const found = file.data?.project.id === row?.id ? file.data : undefined;
  const press = (e: KeyboardEvent) => {
    // A menu or a dialog of the panel has its own keys.
    if (!e.currentTarget.contains(e.target as Node)) e.stopPropagation();
    if (isIme(e) || e.isPropagationStopped()) return;
    const by = e.key === "ArrowUp" ? -1 : e.key === "ArrowDown" ? 1 : null;
    if (by === null && e.key !== "Escape") return;
    e.preventDefault();
    e.stopPropagation();
    if (by === null) onClose();
    else onStep(by);
  };
  return (
    <aside className="peek" aria-label={t("grid.peek")} onKeyDown={press}>
      <div className="ph">
        <div className="row">
          {found ? <Why file={found} /> : <span className="bone" style={{ width: 120 }} />}
          <div className="grow" />
          <Small icon="up" label={t("grid.previous")} run={() => onStep(-1)} />
          <Small icon="down" label={t("grid.next")} run={() => onStep(1)} />
          <Small icon="x" label={t("act.close")} run={onClose} />
        </div>
        <h2 className="t16 b cut" title={row?.name}>
          {row?.name ?? t("grid.peekNone")}
        </h2>
        {row && (
          <div className="t12 i3">
            <div className="cut" title={about(row)}>
              {about(row)}
            </div>
            {row.code && <span className="code">{row.code}</span>}
          </div>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is longer than the window is scrolled by keyboard too */}
      <div className="scrolls grow" tabIndex={0}>
        {found && (
          <>
            <Words file={found} />
            <PeekWaits file={found} />
            <PeekIndex file={found} />
            <Money file={found} />
            <Phones file={found} />
          </>
        )}
      </div>
      {row && (
        <div className="pf">
          <Link to="/project/$id" params={{ id: row.id }} search={{ tab: "approvals" }} className="btn">
            {t("tab.approvals")}
          </Link>
          {found && <CallProject key={row.id} project={row.id} items={found.checklist.items} />}
          <OnePage project={row} />
          <div className="grow" />
          <button type="button" className="btn" title="Ctrl ↵" onClick={() => onOpen(row)}>
            {t("grid.open")}
          </button>
        </div>
      )}
    </aside>
  );
}

const about = (row: ProjectRow): string =>
  [row.region_name, row.carried && choiceWord("carried", row.carried), choiceWord("stage", row.stage)]
    .filter(Boolean)
    .join("　");

function Small({ icon, label, run }: { icon: "up" | "down" | "x"; label: string; run: () => void }) {
  return (
    <button type="button" className="btn s flat sq" aria-label={label} title={label} onClick={run}>
      <Icon name={icon} />
    </button>
  );
}

function Why({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const words = useLightWords(file);
  const { shade } = file.light;
  const color = shade === "red" ? "red" : shade === "amber" ? "amber" : "i2";
  return (
    <>
      <Lamp shade={shade} label={t(`shade.${shade}`)} />
      {words.worst ? (
        <WhyLight words={words} brief className={`t12 b ${color}`} />
      ) : (
        <span className={`t12 b cut ${color}`}>{t(`shade.${shade}`)}</span>
      )}
    </>
  );
}

export function Part({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section>
      <div className="cap">
        <h3>{title}</h3>
        {note !== undefined && <span className="n">{note}</span>}
      </div>
      {children}
    </section>
  );
}

const newest = (progress: readonly Progress[], basis: Progress["basis"]) =>
  progress
    .filter((one) => one.basis === basis)
    .sort((a, b) => b.period.localeCompare(a.period))
    .at(0);

/** 形象进度 and 存在问题 whole: what leaders read. */
function Words({ file }: { file: ProjectFile }) {
  const report = newest(file.progress, "dispatch");
  const parts = (["image", "issue", "next_step"] as const).filter((key) => report?.[key]);
  if (!report || parts.length === 0) return null;
  return (
    <Part title={columnWord(parts[0] ?? "image")} note={report.period}>
      {parts.map((key, n) => (
        <div key={key}>
          {n > 0 && <h3 className="sub">{columnWord(key)}</h3>}
          <p className="said">{report[key]}</p>
        </div>
      ))}
    </Part>
  );
}

function Money({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const { project, checklist, figures } = file;
  const planned = project.started_planned;
  const forecast = checklist.start_on;
  const late = planned !== null && forecast !== null && forecast > planned.slice(0, 10);
  const of = (thousandths: number | null) =>
    thousandths !== null && <span className="i2"> {showRate(thousandths)}%</span>;
  const basisOf = ({ basis, period }: BasisMoney) => (
    <span className="i3"> {[choiceWord("basis", basis), period].join(" ")}</span>
  );
  // Beside the plan stands what is done of it, as in the ledger; the other bases in a line each.
  const own = (money: BasisMoney) => (
    <Fragment key={money.basis}>
      <dt>{columnWord("done_year")}</dt>
      <dd>
        {showMoney(money.done_year, unit) || t("edit.blank")}
        {of(money.year_rate)}
        {basisOf(money)}
      </dd>
      <dt>{columnWord("done_total")}</dt>
      <dd>
        {showMoney(money.done_total, unit) || t("edit.blank")}
        {of(money.rate)}
      </dd>
    </Fragment>
  );
  const other = (money: BasisMoney) => (
    <Fragment key={money.basis}>
      <dt>{choiceWord("basis", money.basis)}</dt>
      <dd>
        {showMoney(money.done_total, unit)}
        {money.done_year !== null && (
          <span className="i2"> {t("grid.thisYear", { money: showMoney(money.done_year, unit) })}</span>
        )}
        <span className="i3"> {money.period}</span>
      </dd>
    </Fragment>
  );
  return (
    <Part title={t("grid.money")} note={t(`money.${unit}`)}>
      <dl className="kv">
        <dt>{columnWord("total")}</dt>
        <dd>{showMoney(project.total, unit) || t("edit.blank")}</dd>
        <dt>{columnWord("plan")}</dt>
        <dd>
          {showMoney(project.plan, unit) || t("edit.blank")}
          {project.plan_year !== null && <span className="i3"> {project.plan_year}</span>}
        </dd>
        {figures.money.map((money) => (money.basis === "dispatch" ? own(money) : other(money)))}
        <dt>{columnWord("started_planned")}</dt>
        <dd>
          {planned ? shortDay(planned) : t("edit.blank")}
          {forecast !== null && project.started_actual === null && (
            <span className={late ? "amber" : "i3"}> {t("grid.forecast", { day: forecast })}</span>
          )}
        </dd>
        {project.started_actual !== null && (
          <>
            <dt>{columnWord("started_actual")}</dt>
            <dd>{shortDay(project.started_actual)}</dd>
          </>
        )}
      </dl>
    </Part>
  );
}

function Call({ phone }: { phone: string | null | undefined }) {
  return (
    <span className="i2">
      {phone && <Icon name="phone" size={12} />}
      {phone && shownPhone(phone)}
    </span>
  );
}

function Phones({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const duties = file.duties.filter((duty) => duty.until === null);
  if (duties.length + file.contacts.length === 0) return null;
  return (
    <Part title={t("grid.people")}>
      <ul className="ct">
        {duties.map((duty) => (
          <li key={duty.id}>
            <span>{choiceWord("role", duty.role)}</span>
            <b className="cut">{duty.name}</b>
            <Call phone={file.reach.find((one) => one.duty === duty.id)?.phone} />
          </li>
        ))}
        {file.contacts.map((contact) => (
          <li key={contact.id}>
            <span className="cut">{contact.title ?? t("people.contacts")}</span>
            <b className="cut">{contact.name}</b>
            <Call phone={contact.phone} />
          </li>
        ))}
      </ul>
    </Part>
  );
}
