import { useTranslation } from "react-i18next";
import { Ring } from "../frame/icons";
import type { StepNumber } from "./state";

const NAMES = ["choose", "check", "preview", "write"] as const;

export function Steps({ at, done }: { at: StepNumber; done: boolean }) {
  const { t } = useTranslation();
  return (
    <ol className="steps-line" aria-label={t("import.steps")}>
      {NAMES.map((name, n) => {
        const past = n + 1 < at || done;
        return (
          <li
            key={name}
            className={past ? "done" : n + 1 === at ? "on" : ""}
            aria-current={n + 1 === at ? "step" : undefined}
          >
            {past ? <Ring fill="done" /> : <b>{n + 1}</b>}
            {t(`import.step.${name}`)}
          </li>
        );
      })}
    </ol>
  );
}
