import { TimePicker } from "antd";
import dayjs from "dayjs";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Fault } from "../bindings/types";
import { DayInput } from "../controls/DayInput";
import { Problem } from "../controls/Problem";
import { fieldFault } from "../errors";
import { clock } from "./words";

/** A line of a round's form. */
export function Row({ name, fault, children }: { name: string; fault?: string | null; children: ReactNode }) {
  return (
    <>
      <span className="k">{name}</span>
      <div>
        {children}
        <Problem text={fault} />
      </div>
    </>
  );
}

interface DueProps {
  day: string;
  minute: number;
  fault: Fault | null;
  onChange: (change: { due_on?: string; due_minute?: number }) => void;
}

/** 截止时刻: the day and the minute of it. */
export function Due({ day, minute, fault, onChange }: DueProps) {
  const { t } = useTranslation();
  return (
    <Row name={t("rounds.due")} fault={fieldFault(fault, "due_minute")}>
      <div className="row">
        <div style={{ width: 136 }}>
          <DayInput label={t("rounds.dueDay")} value={day} onPick={(due_on) => onChange({ due_on })} />
        </div>
        <TimePicker
          aria-label={t("rounds.dueHour")}
          format="HH:mm"
          minuteStep={5}
          allowClear={false}
          needConfirm={false}
          value={dayjs(clock(minute), "HH:mm")}
          onChange={(at) => at && onChange({ due_minute: at.hour() * 60 + at.minute() })}
        />
      </div>
    </Row>
  );
}
