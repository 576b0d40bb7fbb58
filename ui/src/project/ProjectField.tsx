import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectDraft, ProjectFile } from "../bindings/types";
import { Editable } from "../controls/Editable";
import { EditChoice } from "../controls/EditChoice";
import { EditRegion } from "../controls/EditRegion";
import { useDesk } from "../desk";
import { ruleWords } from "../errors";
import { plainDay, shortDay, wordDay } from "../lib/day";
import { plainMoney, showMoney } from "../lib/money";
import { act, useAsk } from "../query";
import { CountField } from "./CountField";
import { EnterpriseField } from "./EnterpriseField";
import { CHOICES, type ChoiceField, choiceWord, kindOf } from "./fields";
import { StandingField } from "./StandingField";
import { typed } from "./typed";

export type ProjectKey = keyof ProjectFile["project"];

interface Props {
  file: ProjectFile;
  name: ProjectKey;
  /** Short days, for tables. */
  dense?: boolean;
}

/** One field of the project, shown and edited in its place. */
export function ProjectField({ file, name, dense }: Props) {
  const { t } = useTranslation();
  const { unit, lang } = useDesk();
  const project = file.project;
  const label = t(`field.${name}` as "field.name");
  const value = project[name];
  const warned = file.warnings.find((w) => w.field === name);
  const save = (draft: Omit<ProjectDraft, "id">) => act("project_save", { ...draft, id: project.id });
  const shared = {
    label,
    field: name,
    warning: warned ? ruleWords(warned) : null,
    save: async (text: string) => save({ set: await typed(name, text, unit) }),
  };
  switch (kindOf(name)) {
    case "money": {
      const about = name === "total" ? project.total_about : name === "plan" && project.plan_about;
      const text = showMoney(value as number | null, unit);
      const plain = plainMoney(value as number | null, unit);
      return (
        <Editable
          {...shared}
          shown={about && text !== "" ? t("money.about", { text }) : text}
          text={about && plain !== "" ? `约${plain}` : plain}
          hint={t("edit.money", { unit: t(`money.${unit}`) })}
        />
      );
    }
    case "day": {
      const day = value as string | null;
      return (
        <Editable
          {...shared}
          shown={dense ? shortDay(day) : wordDay(day, lang)}
          text={plainDay(day)}
          hint={t("edit.day")}
        />
      );
    }
    case "flag":
      return <CountField file={file} label={label} />;
    case "choice":
      if (name === "standing") return <StandingField file={file} label={label} />;
      return (
        <EditChoice
          label={label}
          value={value as string | null}
          clears={name !== "stage"}
          choices={CHOICES[name as ChoiceField].map((v) => ({ value: v, label: choiceWord(name as ChoiceField, v) }))}
          save={(to) => save({ set: { [name]: to } })}
        />
      );
    case "region":
      return <RegionField file={file} label={label} />;
    case "enterprise":
      return <EnterpriseField file={file} label={label} />;
    case "industry":
      return <IndustryField file={file} label={label} />;
    default: {
      const text = value === null || value === undefined ? "" : String(value);
      return <Editable {...shared} shown={text} text={text} long={kindOf(name) === "long"} />;
    }
  }
}

function RegionField({ file, label }: { file: ProjectFile; label: string }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const { id, region, region_text } = file.project;
  return (
    <EditRegion
      label={label}
      value={region}
      name={file.region_name ?? ""}
      parent={desk.office?.region ?? null}
      save={(code) => act("project_save", { id, set: { region: code, region_text: null } })}
    >
      {region === null && region_text !== null && <span className="warned">{t("overview.regionUnknown")}</span>}
    </EditRegion>
  );
}

function IndustryField({ file, label }: { file: ProjectFile; label: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState("");
  const asked = useDeferredValue(text.trim());
  const all = useAsk("industry_list", {}, open);
  const shown = file.industry_name ?? file.project.industry_text ?? "";
  if (!open) {
    return (
      <button
        type="button"
        className={shown === "" ? "ev blank" : "ev"}
        aria-label={t("edit.field", { label, value: shown })}
        onClick={() => setOpen(true)}
      >
        {shown === "" ? t("edit.blank") : [file.project.industry, shown].filter(Boolean).join(" ")}
      </button>
    );
  }
  const found = (all.data ?? []).filter((i) => i.name.includes(asked) || i.code.startsWith(asked.toUpperCase()));
  return (
    <Select
      autoFocus
      defaultOpen
      aria-label={label}
      allowClear
      showSearch={{ searchValue: text, onSearch: setText, filterOption: false }}
      value={file.project.industry}
      options={found.slice(0, 60).map((i) => ({ value: i.code, label: `${i.code} ${i.name}` }))}
      style={{ width: "100%" }}
      onOpenChange={(shows) => {
        if (!shows) setOpen(false);
      }}
      onChange={(code: string | undefined) => {
        setOpen(false);
        void act("project_save", { id: file.project.id, set: { industry: code ?? null, industry_text: null } });
      }}
    />
  );
}
