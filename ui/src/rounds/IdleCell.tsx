import { useTranslation } from "react-i18next";
import { Lamp } from "../frame/icons";
import { idleShade } from "./idle";

/** How many days a project was left alone; a shape only where that is too long. */
export function IdleCell({ days }: { days: number }) {
  const { t } = useTranslation();
  const shade = idleShade(days);
  return (
    <td className="num">
      {shade !== "green" && <Lamp shade={shade} label={t("rounds.days", { count: days })} />} {days}
    </td>
  );
}
