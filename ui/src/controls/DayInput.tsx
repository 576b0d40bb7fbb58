import { DatePicker } from "antd";
import dayjs from "dayjs";
import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useDesk } from "../desk";
import { isIme } from "../lib/ime";
import { typedDay, typedMonth } from "../lib/typedDay";
import "dayjs/locale/zh-cn";

interface Props {
  id?: string;
  label: string;
  /** `2022-03-28`, or `2022-03` where months are picked. */
  value: string;
  month?: boolean;
  max?: string;
  bad?: boolean;
  /** No day may be chosen. */
  clears?: boolean;
  /** Enter takes the day that was just typed and does not send the form as well: there is more to be said in it. */
  holds?: boolean;
  onPick: (value: string) => void;
}

/** A day or a month, typed or picked; shown year first. A day may be typed without its year. */
export function DayInput({ id, label, value, month, max, bad, clears, holds, onPick }: Props) {
  const { desk } = useDesk();
  const { t } = useTranslation();
  const [unread, setUnread] = useState<string | null>(null);
  const form = month ? "YYYY-MM" : "YYYY-MM-DD";
  const read = month ? typedMonth : typedDay;
  // What is typed as it is shown the picker reads itself.
  const take = ({ target }: { target: EventTarget }) => {
    const { value: typed = "" } = target as HTMLInputElement;
    const day = typed === "" ? "" : read(typed, desk.today, max);
    if (day === null) setUnread(typed);
    else if (unread !== null) setUnread(null);
    if (day && day !== typed) onPick(day);
    return day;
  };
  // Not a state: drawn anew while somebody types, the field forgets what was typed.
  const open = useRef(false);
  const fresh = useRef(false);
  // The picker takes a day that may not be chosen away before one has left: it is read as Tab is pressed.
  const unfit = useRef(false);
  // A picker that is still closing on the day before lets go one that is typed and entered meanwhile: then it is taken here.
  const picked = useRef(false);
  const entered = (day: string | null, typed: string) => {
    if (!day || day !== typed || day === value) return;
    picked.current = false;
    setTimeout(() => {
      if (!picked.current) onPick(day);
    });
  };
  const press = (e: KeyboardEvent) => {
    if (isIme(e)) return;
    if (e.key === "Tab" && fresh.current) unfit.current = take(e) === null;
    if (e.key !== "Enter") return;
    entered(take(e), (e.target as HTMLInputElement).value);
    if (!holds) return;
    if (fresh.current || open.current) e.preventDefault();
    fresh.current = false;
  };
  return (
    <span
      className="day-input"
      onKeyDownCapture={press}
      onBlurCapture={(e) => {
        if (!unfit.current) take(e);
        [unfit.current, fresh.current] = [false, false];
      }}
      onInputCapture={() => {
        fresh.current = true;
      }}
    >
      <DatePicker
        id={id}
        aria-label={label}
        picker={month ? "month" : "date"}
        format={form}
        value={value === "" ? null : dayjs(value, form)}
        // The desk's day, which need not be the computer's.
        defaultPickerValue={dayjs(desk.today)}
        showNow={false}
        maxDate={max ? dayjs(max) : undefined}
        allowClear={clears ?? false}
        status={bad || unread !== null ? "error" : undefined}
        style={{ width: "100%" }}
        onOpenChange={(is) => {
          open.current = is;
        }}
        // Escape closes what is open, and not the form around it as well.
        onKeyDown={(e) => {
          if (!isIme(e) && e.key === "Escape" && open.current) e.stopPropagation();
        }}
        onChange={(day) => {
          const on = Array.isArray(day) ? day[0] : day;
          if (unread !== null) setUnread(null);
          picked.current = true;
          if (on) onPick(on.format(form));
          else if (clears) onPick("");
        }}
      />
      {unread !== null && (
        <span className="fault" role="alert">
          {read(unread, desk.today) !== null
            ? t("day.tooLate", { typed: unread, max: month ? max?.slice(0, 7) : max })
            : t(month ? "day.unreadMonth" : "day.unread", { typed: unread })}
        </span>
      )}
    </span>
  );
}
