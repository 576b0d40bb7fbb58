import { useTranslation } from "react-i18next";
import type { Expiry, Listed, Patch, ProjectId } from "../../bindings/types";
import { Editable } from "../../controls/Editable";
import { Problem } from "../../controls/Problem";
import { useDesk } from "../../desk";
import { faultWords } from "../../errors";
import { Icon, Lamp, Ring } from "../../frame/icons";
import { stateWord } from "../../i18n";
import { plainDay, wordDay } from "../../lib/day";
import { grouped } from "../../lib/group";
import { useKept } from "../../lib/kept";
import { ToCheck } from "../../library/ToCheck";
import { act, useDo } from "../../query";
import { CallProject } from "../CallProject";
import { kindOf } from "../fields";
import { typed } from "../typed";
import { Calls } from "./Calls";
import { DayStrip, limitWords } from "./DayStrip";
import { InCharge } from "./InCharge";
import { InHandLine } from "./InHandLine";
import { Left } from "./Items";
import { Moved } from "./Moved";
import { nameOf } from "./PathHead";
import { bindingOf } from "./path/bars";
import { Scans } from "./Scans";
import { StepForm } from "./StepForm";
import { Steps } from "./Steps";
import { fillOf } from "./states";
import { Adopted } from "./trial/Adopted";
import { HandledWays } from "./ways/HandledWays";
import { LevelFields } from "./ways/LevelFields";
import { Materials } from "./ways/Materials";

interface Props {
  item: Listed;
  items: Listed[];
  project: ProjectId;
  onClose: () => void;
}

/** One item: where it stands and why it is due then, the next step, its history, its papers. */
export function ItemPanel({ item, items, project, onClose }: Props) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const clock = bindingOf(item);
  const [unit, trade] = lang === "zh" ? [item.unit, item.department] : [item.unit_en, item.department_en];
  return (
    <>
      <header className="side-head">
        <div className="row">
          <Ring fill={fillOf(item.state)} />
          <b>{stateWord(item.kind, item.state)}</b>
          <Left item={item} alone />
          <span className="grow" />
          <button type="button" className="btn flat s sq" aria-label={t("act.close")} onClick={onClose}>
            <Icon name="x" />
          </button>
        </div>
        <h2 className="t16 b">{lang === "zh" ? item.name : item.name_en}</h2>
        <p className="note">
          {[item.code, t(`kind.${item.kind}`), unit].join("　")}
          {trade !== unit && <span className="i3">{`　${trade}`}</span>}
        </p>
        {item.in_hand && (
          <div className="side-hand">
            <InHandLine item={item} />
            <CallProject project={project} items={items} item={item.code} className="btn s" />
          </div>
        )}
        {item.expiry && <ExpiryLine expiry={item.expiry} />}
        <Ahead item={item} items={items} />
        {item.waived && <p className="i2">{t("approvals.waived", { why: item.waived })}</p>}
      </header>
      {!item.waived && <StepForm item={item} project={project} />}
      <Moved item={item} />
      {clock && clock.days.length > 0 && (
        <DayStrip clock={clock} name={t(item.promised ? "clock.promise" : "clock.law")} pauses={item.pauses} />
      )}
      {item.steps.length > 0 && <Steps item={item} />}
      <HandledWays item={item} items={items} project={project} />
      <Adopted item={item} items={items} project={project} />
      <Materials item={item} project={project} />
      <Calls project={project} approval={item.approval?.id} />
      <Papers item={item} project={project} />
      <Waive item={item} project={project} />
      <Basis item={item} />
    </>
  );
}

/** It was accepted or granted though what comes before it is not there. */
function Ahead({ item, items }: Pick<Props, "item" | "items">) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const before = items.filter((one) => item.skipped.includes(one.code));
  if (before.length === 0) return null;
  // Of one state together: 建设用地规划许可证核发、设计方案审查（未采集）.
  const words = grouped(before, (one) => stateWord(one.kind, one.state)).map(([state, some]) =>
    t("approvals.skippedOne", { item: some.map((one) => nameOf(one, lang)).join(t("approvals.list")), state }),
  );
  return (
    <p className="amber lamped side-warns">
      <Lamp shade="amber" label={t("shade.amber")} />
      {t("approvals.skippedWhy", { items: words.join(t("approvals.list")) })}
    </p>
  );
}

function ExpiryLine({ expiry: { state, on, days_left } }: { expiry: Expiry }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const shade = state === "expired" ? "red" : "amber";
  return (
    <p className={`${shade} lamped side-warns`}>
      <Lamp shade={shade} label={t(`shade.${shade}`)} />
      {t(state === "expired" ? "approvals.expiredLine" : "approvals.expiresLine", {
        day: wordDay(on, lang),
        count: Math.abs(days_left),
      })}
    </p>
  );
}

/** How long it may take, and by which text. */
function Basis({ item }: Pick<Props, "item">) {
  const { t } = useTranslation();
  const limits = (["statutory", "promised"] as const).flatMap((which) => {
    const clock = item[which];
    return clock ? [{ which, clock }] : [];
  });
  if (limits.length === 0 && item.basis === "") return null;
  return (
    <section className="side-part">
      <div className="cap">
        <h3>{t("template.limitsTitle")}</h3>
      </div>
      <p className="item-limits">
        {limits.map(({ which, clock }) => (
          <span key={which}>
            <span className="i3">{t(which === "statutory" ? "clock.law" : "clock.promise")}</span> {limitWords(clock)}
            {clock.to_check && <ToCheck />}
          </span>
        ))}
      </p>
      {item.basis !== "" && <p className="note item-basis">{item.basis}</p>}
    </section>
  );
}

const PAPERS = [
  "holder",
  "opinion_holder",
  "opinion_asked_on",
  "opinion_on",
  "due_printed",
  "certificate",
  "certificate_on",
  "expires_on",
  "scan",
  "lacking",
  "lacking_by",
  "verified_with",
  "verified_on",
  "note",
] as const;

function Papers({ item, project }: Pick<Props, "item" | "project">) {
  const { t } = useTranslation();
  const { lang, unit } = useDesk();
  const save = (set: Patch) => act("approval_save", { project, item: item.code, set });
  const days = item.approval?.promised;
  return (
    <section className="side-part">
      <div className="cap">
        <h3>{t("approvals.papers")}</h3>
      </div>
      <dl className="fields">
        <InCharge item={item} save={save} />
        <LevelFields item={item} save={save} />
        <div>
          <dt>{t("approvals.promisedDays")}</dt>
          <dd>
            <Editable
              label={t("approvals.promisedDays")}
              field="promised"
              shown={days === null || days === undefined ? "" : limitWords({ half_days: days, unit: "working" })}
              text={days === null || days === undefined ? "" : String(days / 2)}
              save={(text) =>
                save({
                  promised:
                    text.trim() === "" ? null : Number.isNaN(Number(text)) ? text : Math.round(Number(text) * 2),
                })
              }
            />
          </dd>
        </div>
        {PAPERS.map((field) => {
          if (field === "scan") return <Scans key={field} item={item} project={project} />;
          const value = item.approval?.[field] ?? null;
          const date = kindOf(field, "approval") === "date";
          return (
            <div key={field}>
              <dt>{t(`field.${field}`)}</dt>
              <dd>
                <Editable
                  label={t(`field.${field}`)}
                  field={field}
                  shown={date ? wordDay(value, lang) : (value ?? "")}
                  text={date ? plainDay(value) : (value ?? "")}
                  save={async (text) => save(await typed(field, text, unit, "approval"))}
                />
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

/** 不涉及, with the reason: out of every count until taken back. */
function Waive({ item, project }: Pick<Props, "item" | "project">) {
  const { t } = useTranslation();
  const { draft, change, startOver } = useKept(`waive:${project}:${item.code}`, { why: "" });
  const { why } = draft;
  const save = useDo("approval_save", { saved: startOver });
  const set = (waived: string | null) => save.mutate({ project, item: item.code, set: { waived } });
  return (
    <section className="side-part">
      <div className="cap">
        <h3>{t("approvals.notNeeded")}</h3>
      </div>
      {item.waived ? (
        <button type="button" className="btn s" onClick={() => set(null)}>
          {t("approvals.needed")}
        </button>
      ) : (
        <form
          className="row"
          onSubmit={(e) => {
            e.preventDefault();
            if (why.trim() !== "") set(why);
          }}
        >
          <input
            className="field"
            value={why}
            placeholder={t("approvals.why")}
            aria-label={t("approvals.why")}
            onChange={(e) => change({ why: e.target.value })}
          />
          <button type="submit" className="btn" disabled={why.trim() === ""}>
            {t("approvals.waive")}
          </button>
        </form>
      )}
      <Problem text={save.error && faultWords(save.error.fault)} />
    </section>
  );
}
