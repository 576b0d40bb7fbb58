import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "../frame/icons";
import { isIme, isTyping } from "../lib/ime";
import { asking, client, useAsk } from "../query";
import { router } from "../router";
import { wayOut } from "./desks";
import { endTour, goTo, STEPS, useTour } from "./steps";
import "./sample.css";

/** Five steps over the real page. It covers nothing but its own corner and keeps nobody from working, or from dropping a file. */
export function Tour() {
  const step = useTour();
  return step === null ? null : <Panel key={step} step={step} />;
}

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

function Panel({ step }: { step: number }) {
  const { t } = useTranslation();
  const place = STEPS[step] ?? STEPS[0];
  const box = useTarget(place?.to ?? "/ledger", place?.at ?? []);
  const samples = useAsk("sample_list", {});
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => next.current?.focus(), []);
  useEffect(() => {
    const press = (e: KeyboardEvent) => {
      if (isIme(e) || isTyping(e.target)) return;
      if (e.key === "Escape") endTour();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  if (!place) return null;
  const buttons = { switch: t("sample.switch"), leave: t(wayOut(samples.data)) };
  const last = step === STEPS.length - 1;
  return (
    <>
      {box && <div className="tour-ring" style={box} aria-hidden="true" />}
      <section
        className="tour"
        style={corner(box)}
        aria-label={t("sample.tour.name")}
        onKeyDown={(e) => {
          if (isIme(e)) return;
          if (e.key === "ArrowRight") goTo(step + 1);
          if (e.key === "ArrowLeft") goTo(step - 1);
        }}
      >
        <header>
          <h2>{t(`sample.tour.${place.name}.title`)}</h2>
          <span className="note">{`${step + 1} / ${STEPS.length}`}</span>
          <button type="button" className="btn flat s sq" aria-label={t("sample.tour.skip")} onClick={endTour}>
            <Icon name="x" />
          </button>
        </header>
        <p aria-live="polite">{t(`sample.tour.${place.name}.text`, buttons)}</p>
        <footer>
          {!last && (
            <button type="button" className="btn flat s" onClick={endTour}>
              {t("sample.tour.skip")}
            </button>
          )}
          <span className="grow" />
          {step > 0 && (
            <button type="button" className="btn s" onClick={() => goTo(step - 1)}>
              {t("sample.tour.back")}
            </button>
          )}
          <button ref={next} type="button" className="btn s pri" onClick={() => goTo(step + 1)}>
            {t(last ? "sample.tour.end" : "sample.tour.next")}
          </button>
        </footer>
      </section>
    </>
  );
}

/** Goes to the step's page and follows its element there. */
function useTarget(to: "/ledger" | "/project", at: string[]): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useLayoutEffect(() => {
    void open(to);
    const look = () => {
      const found = at.map((selector) => document.querySelector(selector)).find((element) => element !== null);
      const r = found?.getBoundingClientRect();
      setBox((old) => {
        if (!r) return null;
        const fresh = { left: r.left, top: r.top, width: r.width, height: r.height };
        const same = old && (["left", "top", "width", "height"] as const).every((side) => old[side] === fresh[side]);
        return same ? old : fresh;
      });
    };
    look();
    // The page may still be on its way, and may move.
    const watch = setInterval(look, 200);
    return () => clearInterval(watch);
  }, [to, at]);
  return box;
}

async function open(to: "/ledger" | "/project"): Promise<void> {
  if (to === "/ledger") return router.navigate({ to, search: {} });
  const page = await client.fetchQuery(asking("project_list", FIRST));
  const first = page.rows[0];
  if (first) await router.navigate({ to: "/project/$id", params: { id: first.id }, search: {} });
}

const FIRST = { limit: 1, offset: 0 } as Parameters<typeof asking<"project_list">>[1];

const WIDTH = 360;
const HEIGHT = 180;
const GAP = 8;

/** Beside the element: below it where there is room, above it else, inside it where it fills the window. */
function corner(box: Box | null): { left: number; top: number } {
  if (!box) return { left: (innerWidth - WIDTH) / 2, top: (innerHeight - HEIGHT) / 2 };
  const left = Math.max(GAP, Math.min(box.left, innerWidth - WIDTH - GAP));
  const below = box.top + box.height + GAP;
  if (below + HEIGHT < innerHeight) return { left, top: below };
  const above = box.top - HEIGHT - GAP;
  if (above > 0) return { left, top: above };
  const right = Math.min(box.left + box.width, innerWidth) - WIDTH - 3 * GAP;
  return { left: right, top: Math.min(box.top + box.height, innerHeight) - HEIGHT - 5 * GAP };
}
