import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListedStep, StepRoute } from "../../../bindings/types";
import { useDesk } from "../../../desk";
import { Lamp } from "../../../frame/icons";
import { isIme } from "../../../lib/ime";
import { leftWords, pressOf, shortDay, stepName, timeWords, warningWords } from "./words";

interface Props {
  route: StepRoute;
  picked: string | null;
  onPick: (code: string) => void;
}

/** Places left and right of a step, and the ends. */
const WAYS: Record<string, (at: number, last: number) => number> = {
  ArrowLeft: (at) => at - 1,
  ArrowRight: (at) => at + 1,
  Home: () => 0,
  End: (_, last) => last,
};

/** The steps from left to right; a line that is full goes on below. Tab comes to one of them, the arrows to the others. */
export function Line({ route, picked, onPick }: Props) {
  const { t } = useTranslation();
  const [focused, setFocused] = useState<string | null>(null);
  const { steps } = route;
  const stop = focused ?? route.now ?? steps[0]?.step.code;
  const press = (e: KeyboardEvent<HTMLElement>) => {
    if (isIme(e) || e.altKey || e.ctrlKey || e.metaKey) return;
    const at = steps.findIndex((step) => step.step.code === (e.target as HTMLElement).dataset.step);
    const next = steps[WAYS[e.key]?.(at, steps.length - 1) ?? -1];
    if (at < 0 || !next) return;
    e.preventDefault();
    e.currentTarget.querySelector<HTMLElement>(`[data-step="${next.step.code}"]`)?.focus();
  };
  return (
    <ol className="rt-line" aria-label={t("routes.steps")} onKeyDown={press}>
      {steps.map((step, at) => (
        <Dot
          key={step.step.code}
          step={step}
          route={route}
          passed={at > 0 && steps[at - 1]?.state !== "open"}
          stop={stop === step.step.code}
          open={picked === step.step.code}
          onPick={() => onPick(step.step.code)}
          onFocus={() => setFocused(step.step.code)}
        />
      ))}
    </ol>
  );
}

interface DotProps {
  step: ListedStep;
  route: StepRoute;
  /** The step before it is done with. */
  passed: boolean;
  stop: boolean;
  open: boolean;
  onPick: () => void;
  onFocus: () => void;
}

function Dot({ step, route, passed, stop, open, onPick, onFocus }: DotProps) {
  const { t } = useTranslation();
  const { desk, lang } = useDesk();
  const now = route.now === step.step.code;
  const kind = now ? "now" : step.state;
  const day = (text: string) => shortDay(text, desk.today, lang);
  const when = {
    skipped: t("routes.step.skipped"),
    done: step.record?.happened_on ? day(step.record.happened_on) : null,
    open: step.due_on && t(step.due_by_law ? "routes.dueByLaw" : "routes.due", { day: day(step.due_on) }),
  }[step.state];
  return (
    <li className={`rt-step ${kind}${passed ? " passed" : ""}`} aria-current={now ? "step" : undefined}>
      <button
        type="button"
        data-step={step.step.code}
        tabIndex={stop ? 0 : -1}
        aria-expanded={open}
        onClick={onPick}
        onFocus={onFocus}
      >
        <span className="rt-name">{stepName(step, lang)}</span>
        {kind !== "skipped" && <span className="hidden">{t(`routes.step.${kind}`)}</span>}
        <span className="rt-way">
          <span className="rt-dot" />
        </span>
        {when && <span className="rt-day">{when}</span>}
        <Told step={step} route={route} />
      </button>
    </li>
  );
}

/** What wants a look, in a word or two; the whole sentence stands with the opened step. */
function Told({ step, route }: Pick<DotProps, "step" | "route">) {
  const { t } = useTranslation();
  const { desk, lang } = useDesk();
  const press = pressOf(step);
  const [warning] = step.warnings;
  if (press === "late" || press === "soon") {
    const shade = press === "late" ? "red" : "amber";
    return (
      <span className={`rt-told ${shade}`}>
        <Lamp shade={shade} label={t(`shade.${shade}`)} />
        {leftWords(step.days_left ?? 0)}
      </span>
    );
  }
  if (warning) {
    return (
      <span className="rt-told amber" title={warningWords(warning, route, desk.today, lang)}>
        <Lamp shade="amber" label={t("shade.amber")} />
        {t(`routes.told.${warning.kind}`, { time: timeWords(warning).trim() })}
      </span>
    );
  }
  if (step.passed_over) return <span className="rt-told amber">{t("routes.passedOver")}</span>;
  if (step.ends_on && step.ends_on >= desk.today) {
    return <span className="rt-told i2">{t("routes.until", { day: shortDay(step.ends_on, desk.today, lang) })}</span>;
  }
  return null;
}
