import { AutoComplete, Select } from "antd";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fault, Rule, TemplateSheet, TemplateVersionId } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { Unsaved } from "../controls/Unsaved";
import { faultWords, fieldFault, stillMissing } from "../errors";
import { Icon } from "../frame/icons";
import { useKept } from "../lib/kept";
import { act, useAsk } from "../query";
import { Refused } from "../rpc";
import { stagesOf } from "./stages";
import { useTemplateWords } from "./words";

interface Props {
  sheet: TemplateSheet;
  version: TemplateVersionId;
  onDone: (code: string) => void;
  onClose: () => void;
}

/** An item the version does not have yet: what it is called and where it stands; the rest is filled in afterwards. */
export function NewItem({ sheet, version, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const words = useTemplateWords();
  const kept = useKept(`item:${version}`, { code: "", name: "", department: "", stage: null as string | null });
  const { draft, change: put, forget } = kept;
  const { stage } = draft;
  const [fault, setFault] = useState<Fault | null>(null);
  const shipped = useAsk("template_get", { version: null });
  const items = sheet.items.map((line) => line.row);
  const all = [...items, ...(shipped.data?.items ?? []).map((line) => line.row)];
  const stages = stagesOf(all);
  const chosen = stages.find((one) => one.stage === stage);
  const departments = [...new Set(all.map((row) => row.department))];
  const code = draft.code.trim();
  const taken = items.find((row) => row.code === code);
  const send = async (e: FormEvent) => {
    e.preventDefault();
    const missing = (["code", "name", "department"] as const).filter((field) => draft[field].trim() === "");
    const empty = [...missing, ...(chosen ? [] : ["stage"])];
    if (empty.length > 0) return setFault(required(empty));
    if (taken || !chosen) return;
    const same = all.find((row) => row.department === draft.department.trim());
    const { stage_no, stage: of, stage_en } = chosen;
    const { name, department } = draft;
    const set = { name, department, department_en: same?.department_en ?? null, stage_no, stage: of, stage_en };
    try {
      await act("template_item_save", { version, code, set }, { saved: forget });
      onDone(code);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFault(error.fault);
    }
  };
  const said = taken ? t("template.codeTaken", { name: words.name(taken) }) : stillMissing(fault, "code", draft.code);
  return (
    <form className="lib-new" aria-label={t("template.addTitle")} onSubmit={(e) => void send(e)} noValidate>
      <div className="row">
        <h2 className="t16 b grow">{t("template.addTitle")}</h2>
        <button type="button" className="btn flat s sq" aria-label={t("act.close")} onClick={onClose}>
          <Icon name="x" />
        </button>
      </div>
      <Unsaved kept={kept} />
      <label htmlFor="lib-code">{t("template.field.code")}</label>
      <div>
        <input
          id="lib-code"
          // biome-ignore lint/a11y/noAutofocus: it was just asked for
          autoFocus
          className={said ? "field bad" : "field"}
          value={draft.code}
          placeholder={t("template.codeExample")}
          onChange={(e) => put({ code: e.target.value })}
        />
        <Problem text={said} />
      </div>
      <label htmlFor="lib-name">{t("template.field.name")}</label>
      <div>
        <input
          id="lib-name"
          className={stillMissing(fault, "name", draft.name) ? "field bad" : "field"}
          value={draft.name}
          placeholder={t("template.nameExample")}
          onChange={(e) => put({ name: e.target.value })}
        />
        <Problem text={stillMissing(fault, "name", draft.name)} />
      </div>
      <label htmlFor="lib-stage">{t("template.field.stage")}</label>
      <div>
        <Select
          id="lib-stage"
          aria-label={t("template.field.stage")}
          value={stage}
          status={stage === null && fieldFault(fault, "stage") ? "error" : undefined}
          options={stages.map((one) => ({ value: one.stage, label: words.stage(one) }))}
          style={{ width: "100%" }}
          onChange={(stage) => put({ stage })}
        />
        <Problem text={stage === null ? fieldFault(fault, "stage") : null} />
      </div>
      <label htmlFor="lib-department">{t("template.field.department")}</label>
      <div>
        <AutoComplete
          id="lib-department"
          aria-label={t("template.field.department")}
          placeholder={t("template.departmentExample")}
          value={draft.department}
          status={stillMissing(fault, "department", draft.department) ? "error" : undefined}
          options={departments.filter((one) => one.includes(draft.department.trim())).map((value) => ({ value }))}
          style={{ width: "100%" }}
          onChange={(department) => put({ department })}
        />
        <Problem text={stillMissing(fault, "department", draft.department)} />
      </div>
      <div className="all">
        {fault && fault.code !== "invalid" && <Problem text={faultWords(fault)} />}
        <button type="submit" className="btn pri">
          {t("act.add")}
        </button>
      </div>
    </form>
  );
}

function required(fields: readonly string[]): Fault {
  const rule: Rule = "required";
  return {
    code: "invalid",
    params: { count: String(fields.length) },
    fields: fields.map((field) => ({ field, rule, params: {}, warning: false })),
    detail: "",
  };
}
