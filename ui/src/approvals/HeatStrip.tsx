import { useTranslation } from "react-i18next";
import type { Heat, HeatCount } from "../bindings/types";
import { Lamp, Ring } from "../frame/icons";

/** The shape of each; the word stands beside it. Where there is none of it nothing is pressing. */
export function HeatMark({ heat, none = false }: { heat: Heat; none?: boolean }) {
  const { t } = useTranslation();
  if (heat === "applicant") return <Ring fill="stopped" />;
  const shade = none ? "ring" : SHADE[heat];
  return <Lamp shade={shade} label={t(`shade.${shade}`)} />;
}

const SHADE = { overdue: "red", today: "amber", soon: "amber", later: "green", no_limit: "ring" } as const;

interface Props {
  counts: HeatCount[];
  at: Heat | undefined;
  onPick: (heat: Heat | undefined) => void;
}

/** How near the due days are, from the most pressing on; each narrows. */
export function HeatStrip({ counts, at, onPick }: Props) {
  const { t } = useTranslation();
  return (
    <div className="ab-heat" role="group" aria-label={t("desk_approvals.heatName")}>
      {counts.map(({ heat, count }) => (
        <button
          key={heat}
          type="button"
          aria-pressed={at === heat}
          className={count === 0 ? "zero" : undefined}
          title={t(`desk_approvals.heatWhy.${heat}`)}
          onClick={() => onPick(at === heat ? undefined : heat)}
        >
          <HeatMark heat={heat} none={count === 0} />
          <span className="cut">{t(`desk_approvals.heat.${heat}`)}</span>
          <b>{count}</b>
        </button>
      ))}
    </div>
  );
}
