import { type KeyboardEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectId, StepRoute } from "../../../bindings/types";
import { useReturn } from "../../../controls/useReturn";
import { useDesk } from "../../../desk";
import { Lamp } from "../../../frame/icons";
import { isIme } from "../../../lib/ime";
import { act, tryTo } from "../../../query";
import { Line } from "./Line";
import { OffForm } from "./OffForm";
import { StepForm } from "./StepForm";
import { leftWords, pressOf, shortDay, standsAt, stepName, stepOf } from "./words";

interface Props {
  route: StepRoute;
  project: ProjectId;
}

/** One route: where it stands in words, its steps in a line, and below the step that was opened. */
export function Route({ route, project }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string | null>(null);
  const [ending, setEnding] = useState(false);
  const section = useRef<HTMLElement>(null);
  const { place, back } = useReturn<HTMLButtonElement>(ending);
  const name = t(`routes.kind.${route.kind}`);
  const step = stepOf(route, open);
  const off = route.state === "not_needed" && route.reason !== null;
  const close = () => {
    setOpen(null);
    section.current?.querySelector<HTMLElement>(`[data-step="${open}"]`)?.focus();
  };
  const leave = () => {
    back();
    setEnding(false);
  };
  const press = (e: KeyboardEvent) => {
    if (isIme(e) || e.key !== "Escape") return;
    if (ending) leave();
    else if (open !== null) close();
  };
  return (
    <section className="rt-route" aria-label={name} ref={section} onKeyDown={press}>
      <header className="rt-head">
        <h3>{name}</h3>
        <Standing route={route} />
        <span className="grow" />
        {off ? (
          <button
            type="button"
            className="btn s flat"
            onClick={() => void tryTo(() => act("route_step_clear", { project, route: route.kind, step: null }))}
          >
            {t("routes.needed")}
          </button>
        ) : (
          <button
            type="button"
            className={ending ? "btn s flat on" : "btn s flat"}
            aria-expanded={ending}
            ref={place}
            onClick={() => {
              setOpen(null);
              setEnding(!ending);
            }}
          >
            {t("routes.notNeeded")}
          </button>
        )}
      </header>
      {ending && !off && <OffForm route={route} project={project} onDone={leave} />}
      {!off && (
        <Line
          route={route}
          picked={open}
          onPick={(code) => {
            setEnding(false);
            setOpen(code === open ? null : code);
          }}
        />
      )}
      {step && !off && <StepForm key={step.step.code} step={step} route={route} project={project} onDone={close} />}
    </section>
  );
}

function Standing({ route }: { route: StepRoute }) {
  const { t } = useTranslation();
  const { desk, lang } = useDesk();
  const now = standsAt(route);
  const day = (text: string) => shortDay(text, desk.today, lang);
  if (route.state === "not_needed") {
    return (
      <p className="rt-stands i2">
        {route.reason ? t("routes.offBecause", { why: route.reason }) : t("routes.state.not_needed")}
      </p>
    );
  }
  if (route.state === "not_begun") {
    return <p className="rt-stands i2">{t("routes.notBegun", { count: route.of })}</p>;
  }
  const press = now ? pressOf(now) : "calm";
  return (
    <p className="rt-stands">
      <b>{t("routes.share", { done: route.done, all: route.of })}</b>
      {now ? (
        <span>
          {t("routes.now", { step: stepName(now, lang) })}
          {now.record?.responsible && <span className="i2">{t("routes.by", { who: now.record.responsible })}</span>}
          {now.record?.holder && <span className="i2">{t("routes.with", { who: now.record.holder })}</span>}
        </span>
      ) : (
        <span>{t("routes.doneOn", { day: day(route.last_on ?? "") })}</span>
      )}
      {now?.due_on && (
        <span className="i2">{t(now.due_by_law ? "routes.dueByLaw" : "routes.due", { day: day(now.due_on) })}</span>
      )}
      {now && now.days_left !== null && (
        <span className={press === "late" ? "rt-mark red" : press === "soon" ? "rt-mark amber" : "rt-mark i2"}>
          {press !== "calm" && (
            <Lamp shade={press === "late" ? "red" : "amber"} label={t(`shade.${press === "late" ? "red" : "amber"}`)} />
          )}
          {leftWords(now.days_left)}
        </span>
      )}
      {now && route.last_on && route.since_last !== null && (
        <span className="i3" title={t("routes.lastOn", { day: day(route.last_on) })}>
          {t("routes.since", { count: route.since_last })}
        </span>
      )}
    </p>
  );
}
