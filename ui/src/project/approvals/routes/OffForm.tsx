import { type FormEvent, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectId, StepRoute } from "../../../bindings/types";
import { Problem } from "../../../controls/Problem";
import { useSubmit } from "../../../controls/useSubmit";
import { faultWords, fieldFault, unfilled } from "../../../errors";
import { useKept } from "../../../lib/kept";
import { act } from "../../../query";

interface Props {
  route: StepRoute;
  project: ProjectId;
  onDone: () => void;
}

/** The project does not need this route, and why. */
export function OffForm({ route, project, onDone }: Props) {
  const { t } = useTranslation();
  const { draft, change, startOver } = useKept(`off:${project}:${route.kind}`, { reason: "" });
  const { reason } = draft;
  const { fault: refused, submit } = useSubmit();
  const fault = unfilled(refused, { reason });
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const send = (e: FormEvent) => {
    e.preventDefault();
    const input = { project, route: route.kind, step: null, set: { skipped: true, reason } };
    void submit(() => act("route_step_save", input, { saved: startOver }), onDone);
  };
  const wrong = fieldFault(fault, "reason");
  return (
    <form className="rt-off" onSubmit={send} noValidate>
      <label>
        <span className="i2">{t("routes.whyOff")}</span>
        <input
          ref={field}
          className={wrong ? "field bad" : "field"}
          value={reason}
          placeholder={t(`routes.offExample.${route.kind}`)}
          onChange={(e) => change({ reason: e.target.value })}
        />
      </label>
      <button type="submit" className="btn">
        {t("routes.record")}
      </button>
      <Problem text={wrong ?? (fault && fault.code !== "invalid" ? faultWords(fault) : null)} />
    </form>
  );
}
