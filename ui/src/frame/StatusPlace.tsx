import { useDesk } from "../desk";
import { weekday } from "../lib/day";

/** Whose desk this is, and which day it has. */
export function StatusPlace() {
  const { desk, lang } = useDesk();
  return (
    <>
      <b className="cut">{desk.office?.name}</b>
      <span>
        {desk.today} {weekday(desk.today, lang)}
      </span>
    </>
  );
}
