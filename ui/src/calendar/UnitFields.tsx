import { Select } from "antd";
import { type ComponentRef, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Fault } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { useAsk } from "../query";
import { type Draft, yearOf } from "./draft";
import { YearField } from "./NoticeFields";
import { useDayWords } from "./words";

interface Props {
  draft: Draft;
  fault: Fault | null;
  put: (set: Partial<Draft>) => void;
}

/** Which unit works otherwise, and why. */
export function UnitFields({ draft, fault, put }: Props) {
  const { t } = useTranslation();
  const { wrong } = useDayWords(yearOf(draft) ?? 0);
  const box = useRef<ComponentRef<typeof Select>>(null);
  useEffect(() => box.current?.focus(), []);
  const units = useAsk("department_list", {});
  const of = wrong(fault, "unit");
  const nameless = draft.name.trim() === "" && fault?.fields.some((one) => one.field === "days" && one.params.text);
  // The reason is what every day of it is called.
  const call = (name: string) =>
    put({ name, ...(draft.days ? { days: draft.days.map((day) => ({ ...day, name })) } : {}) });
  return (
    <section className="group cal-fields">
      <p className="note">{t("calendar.unit.note")}</p>
      <label htmlFor="cal-unit">{t("calendar.unit.of")}</label>
      <div>
        <Select
          ref={box}
          id="cal-unit"
          aria-label={t("calendar.unit.of")}
          value={draft.unit}
          status={of ? "error" : ""}
          showSearch={{ optionFilterProp: "label" }}
          placeholder={t("calendar.unit.pick")}
          notFoundContent={t("calendar.unit.noUnits")}
          options={(units.data ?? []).map((unit) => ({ value: unit.id, label: unit.name }))}
          style={{ width: "100%" }}
          onChange={(unit) => put({ unit })}
        />
        <Problem text={of} />
      </div>
      <YearField draft={draft} wrong={wrong(fault, "year")} put={put} />
      <label htmlFor="cal-reason">{t("calendar.unit.reason")}</label>
      <div>
        <input
          id="cal-reason"
          className={nameless ? "field bad" : "field"}
          value={draft.name}
          placeholder={t("calendar.unit.reasonExample")}
          onChange={(e) => call(e.target.value)}
        />
        <Problem text={nameless ? t("calendar.fault.reason") : null} />
      </div>
    </section>
  );
}
