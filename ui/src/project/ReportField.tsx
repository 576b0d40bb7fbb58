import { useTranslation } from "react-i18next";
import type { ProjectFile } from "../bindings/types";
import { Editable } from "../controls/Editable";
import { useDesk } from "../desk";
import { plainDay, shortDay } from "../lib/day";
import { plainMoney, showMoney } from "../lib/money";
import { act } from "../query";
import { kindOf, showValue } from "./fields";
import { typed } from "./typed";

export type ReportKey =
  | "done_total"
  | "done_year"
  | "done_month"
  | "done_prior"
  | "as_of"
  | "image"
  | "issue"
  | "next_step";

interface Props {
  file: ProjectFile;
  name: ReportKey;
  /** In a table: figures to the right, days short. */
  dense?: boolean;
  /** What the figures give where nobody typed one. */
  given?: string | undefined;
}

/** One field of the office's newest report (调度口径), edited in its place; the first one begins a report. */
export function ReportField({ file, name, dense, given }: Props) {
  const { t } = useTranslation();
  const view = useDesk();
  const report = file.progress.find((p) => p.basis === "dispatch");
  const kind = kindOf(name);
  const value = report?.[name] ?? null;
  const money = kind === "money" ? (value as number | null) : null;
  const day = kind === "date" ? (value as string | null) : null;
  const shown = {
    money: () => showMoney(money, view.unit),
    date: () => (dense ? shortDay(day) : showValue(name, day, view)),
  };
  const text = { money: () => plainMoney(money, view.unit), date: () => plainDay(day) };
  const of = kind === "money" || kind === "date" ? kind : null;
  return (
    <Editable
      label={t(`field.${name}`)}
      field={name}
      shown={value === null && given ? <span className="i2">{given}</span> : of ? shown[of]() : String(value ?? "")}
      said={given}
      text={of ? text[of]() : String(value ?? "")}
      long={kind === "long"}
      numeric={dense === true}
      hint={kind === "money" ? t("edit.money", { unit: t(`money.${view.unit}`) }) : undefined}
      save={async (typedText) =>
        act("progress_save", {
          project: file.project.id,
          period: report?.period ?? null,
          basis: "dispatch",
          set: await typed(name, typedText, view.unit),
        })
      }
    />
  );
}
