import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { cancelJob, useJob } from "../lib/job";

interface Props {
  job: string;
  /** What is being worked on, e.g. a file's name. */
  what: string;
}

/** Long work: what, done of all, a thin bar, 取消. Nothing is shown for what is done at once. */
export function JobBar({ job, what }: Props) {
  const { t } = useTranslation();
  const state = useJob(job);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const wait = setTimeout(() => setLate(true), 300);
    return () => clearTimeout(wait);
  }, []);
  if (!late) return null;
  const share = state && state.all > 0 ? Math.min(100, (state.done * 100) / state.all) : 0;
  return (
    <div className="job" role="group" aria-label={what}>
      <div className="row">
        <span className="cut grow">{t(`phase.${state?.phase ?? "starting"}`, { what })}</span>
        {state && state.all > 0 && <span className="i2">{t("phase.rows", { done: state.done, all: state.all })}</span>}
        <button type="button" className="link" onClick={() => cancelJob(job)}>
          {t("act.cancel")}
        </button>
      </div>
      <div
        className="progress"
        role="progressbar"
        aria-label={what}
        aria-valuenow={Math.round(share)}
        aria-valuemin={0}
        aria-valuemax={100}
      >
        <i style={{ width: `${share}%` }} />
      </div>
    </div>
  );
}
