import { DayInput } from "./DayInput";
import { Problem } from "./Problem";

interface Props {
  id: string;
  label: string;
  value: string;
  max?: string;
  /** What is wrong with the day, in words. */
  problem: string | null;
  onPick: (day: string) => void;
}

/** A day as a line of a form: its name, the day, and what is wrong with it. */
export function DayRow({ id, label, value, max, problem, onPick }: Props) {
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <div>
        <DayInput id={id} label={label} value={value} max={max} bad={problem !== null} onPick={onPick} />
        <Problem text={problem} />
      </div>
    </>
  );
}
