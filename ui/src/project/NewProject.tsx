import { useNavigate } from "@tanstack/react-router";
import { Select } from "antd";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fault, NegativeHit, Patch } from "../bindings/types";
import { EnterpriseInput } from "../controls/EnterpriseInput";
import { Problem } from "../controls/Problem";
import { RegionPicker } from "../controls/RegionPicker";
import { Unsaved } from "../controls/Unsaved";
import { useDesk } from "../desk";
import { faultWords, stillMissing } from "../errors";
import { Page } from "../frame/Page";
import { useKept } from "../lib/kept";
import { act } from "../query";
import { call, Refused } from "../rpc";
import { CHOICES, type ChoiceField, choiceWord, isChoice, kindOf } from "./fields";
import { NegativeAsk } from "./NegativeAsk";
import { typed } from "./typed";
import "./project.css";

const FIELDS = [
  "name",
  "enterprise",
  "region",
  "code",
  "stage",
  "carried",
  "total",
  "responsible_unit",
  "plan_year",
  "plan",
  "started_planned",
  "completed_planned",
  "content",
] as const;
/** A line of their own. */
const WHOLE: readonly string[] = ["name", "enterprise", "content"];
type Key = (typeof FIELDS)[number];
/** `enterprise_id`: the known enterprise that was picked, not only typed. */
type Draft = Partial<Record<Key | "region_name" | "enterprise_id" | "negative_reason", string>>;

/** A new project from what is known today; the rest is filled in on its page. */
export function NewProject() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { unit, desk } = useDesk();
  const kept = useKept<Draft>("project", { plan_year: desk.today.slice(0, 4) });
  const { draft, change, forget } = kept;
  const [fault, setFault] = useState<Fault | null>(null);
  const [hits, setHits] = useState<NegativeHit[]>([]);
  const [busy, setBusy] = useState(false);

  const submit = async (e: FormEvent) => {
    e.preventDefault();
    setBusy(true);
    try {
      const set = await patch(draft, unit);
      const enterprise = draft.enterprise?.trim();
      // What the negative list has against it is read before a reason is written, and the reason is of what is there now.
      const { value: found } = await call("negative_try", { id: null, set });
      setHits(found);
      if (found.some((hit) => !hits.some((seen) => seen.entry === hit.entry))) return setFault(null);
      const reason = found.length > 0 ? draft.negative_reason?.trim() : undefined;
      const saved = await act(
        "project_save",
        {
          id: null,
          set,
          ...(enterprise && !draft.enterprise_id ? { enterprise_name: enterprise } : {}),
          ...(reason ? { negative_reason: reason } : {}),
        },
        { saved: forget },
      );
      void navigate({ to: "/project/$id", params: { id: saved.project.id } });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFault(error.fault);
    } finally {
      setBusy(false);
    }
  };
  const put = (key: keyof Draft, value: string | undefined) => change({ [key]: value });
  return (
    <Page title={t("ledger.new")}>
      <div className="new scrolls">
        <form onSubmit={(e) => void submit(e)} noValidate>
          <Unsaved kept={kept} />
          <div className="pair">
            {FIELDS.map((name) => {
              const wrong = stillMissing(fault, name, draft[name] ?? "");
              return (
                <div key={name} className={WHOLE.includes(name) ? "all" : undefined}>
                  <label htmlFor={name}>{t(`field.${name}`)}</label>
                  <Input name={name} draft={draft} bad={wrong !== null} put={put} />
                  <Problem text={wrong} />
                </div>
              );
            })}
          </div>
          {hits.length > 0 && (
            <NegativeAsk
              hits={hits}
              reason={draft.negative_reason ?? ""}
              problem={stillMissing(fault, "negative_reason", draft.negative_reason ?? "")}
              onReason={(text) => put("negative_reason", text)}
            />
          )}
          {fault && fault.code !== "invalid" && <Problem text={faultWords(fault)} />}
          <div className="row">
            <button type="submit" className="btn pri" disabled={busy}>
              {t("act.save")}
            </button>
            <button
              type="button"
              className="btn"
              onClick={() => {
                forget();
                void navigate({ to: "/ledger" });
              }}
            >
              {t("act.cancel")}
            </button>
            <span className="note">{t("project.newNote")}</span>
          </div>
        </form>
      </div>
    </Page>
  );
}

interface InputProps {
  name: Key;
  draft: Draft;
  bad: boolean;
  put: (key: keyof Draft, value: string | undefined) => void;
}

function Input({ name, draft, bad, put }: InputProps) {
  const { t } = useTranslation();
  const { desk, unit } = useDesk();
  const value = draft[name] ?? "";
  const kind = kindOf(name);
  if (isChoice(name)) {
    return (
      <Select
        id={name}
        allowClear
        value={value === "" ? null : value}
        placeholder={name === "stage" ? t("project.stageUsual", { stage: t("stage.preparing") }) : undefined}
        options={CHOICES[name as ChoiceField].map((v) => ({ value: v, label: choiceWord(name as ChoiceField, v) }))}
        onChange={(v: string | null | undefined) => put(name, v ?? undefined)}
      />
    );
  }
  if (kind === "enterprise") {
    return (
      <EnterpriseInput
        id={name}
        value={value}
        bad={bad}
        onType={(text) => {
          put("enterprise", text);
          put("enterprise_id", undefined);
        }}
        onPick={(known) => {
          put("enterprise", known.name);
          put("enterprise_id", known.id);
        }}
      />
    );
  }
  if (kind === "region") {
    return (
      <RegionPicker
        id={name}
        value={draft.region ?? null}
        name={draft.region_name ?? null}
        parent={desk.office?.region ?? null}
        onPick={(code, _, full) => {
          put("region", code ?? undefined);
          put("region_name", full ?? undefined);
        }}
      />
    );
  }
  const shared = { id: name, className: bad ? "field bad" : "field", value, "aria-invalid": bad };
  if (kind === "long") return <textarea {...shared} rows={3} onChange={(e) => put(name, e.target.value)} />;
  const example =
    name === "name"
      ? t("project.required")
      : kind === "money"
        ? t("project.moneyExample", { unit: t(`money.${unit}`) })
        : kind === "day"
          ? t("project.dayExample")
          : undefined;
  return (
    <input
      {...shared}
      aria-required={name === "name"}
      placeholder={example}
      onChange={(e) => put(name, e.target.value)}
    />
  );
}

/** Everything typed, read by the core; all faults at once. */
async function patch(draft: Draft, unit: "wan" | "yi"): Promise<Patch> {
  const keys = FIELDS.filter((name) => name !== "enterprise" && draft[name] !== undefined && draft[name] !== "");
  const faults: Fault["fields"] = [];
  const set: Patch = draft.enterprise && draft.enterprise_id ? { enterprise: draft.enterprise_id } : {};
  for (const key of keys) {
    try {
      Object.assign(set, await typed(key, draft[key] ?? "", unit));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      faults.push(...error.fault.fields);
      if (error.fault.fields.length === 0) throw error;
    }
  }
  if (!draft.name?.trim()) faults.push({ field: "name", rule: "required", params: {}, warning: false });
  if (faults.length > 0)
    throw new Refused({ code: "invalid", params: { count: String(faults.length) }, fields: faults, detail: "" });
  return set;
}
