import { useTranslation } from "react-i18next";
import type { Waiting, WaitingCount } from "../bindings/types";
import { Lamp } from "../frame/icons";

const SHADE: Partial<Record<Waiting, "red" | "amber">> = { overdue: "red", today: "amber", near: "amber" };

interface Props {
  counts: WaitingCount[];
  at: Waiting | undefined;
  onPick: (waiting: Waiting | undefined) => void;
}

/** How many there are of each sort; each narrows the sheet. */
export function Counts({ counts, at, onPick }: Props) {
  const { t } = useTranslation();
  return (
    <div className="td-counts" role="group" aria-label={t("today.counts")}>
      {counts.map(({ waiting, count }) => {
        const shade = SHADE[waiting];
        return (
          <button
            key={waiting}
            type="button"
            aria-pressed={at === waiting}
            className={count === 0 ? "zero" : undefined}
            title={t(`today.waitingWhy.${waiting}`)}
            onClick={() => onPick(at === waiting ? undefined : waiting)}
          >
            {shade && <Lamp shade={count === 0 ? "ring" : shade} label={t(`shade.${count === 0 ? "ring" : shade}`)} />}
            <span className="cut">{t(`today.waiting.${waiting}`)}</span>
            <b>{count}</b>
          </button>
        );
      })}
    </div>
  );
}
