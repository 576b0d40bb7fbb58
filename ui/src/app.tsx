/** What stands around every page: language, theme, the desk, and the first run. */
import { CatchBoundary, RouterProvider } from "@tanstack/react-router";
import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { Code } from "./bindings/types";
import { DeskContext, viewOf } from "./desk";
import { Broken } from "./frame/Broken";
import { Fallen } from "./frame/Fallen";
import { type Lang, langOf, setLang, systemLang, withEnglish } from "./i18n";
import { later } from "./lib/later";
import { stopWaiting } from "./lib/painted";
import { client, useAsk } from "./query";
import { router } from "./router";
import { onChanged } from "./rpc";
import { isWhole } from "./text/usual";
import { LookContext, prefersDark, type Shade, shadeOf, systemShade } from "./theme/look";

const StartPage = later(() => import("./start/StartPage"), "StartPage");
const Rescue = later(() => import("./safety/Rescue"), "Rescue");

/** A file that no other try opens: what is left is to go back. */
const BEYOND_OPENING: Code[] = ["database_damaged", "database_foreign"];

/** What fell stays fallen until the window is loaded anew. */
const whole = () => null;

function useSystemShade(): Shade {
  const hear = (run: () => void) => {
    prefersDark.addEventListener("change", run);
    return () => prefersDark.removeEventListener("change", run);
  };
  return useSyncExternalStore(hear, systemShade);
}

/** Whether a language can be shown. Its words are fetched where they are not there; where they cannot be, it is Chinese. */
function useWords(lang: Lang): boolean {
  const [given, giveUp] = useState(false);
  const [, again] = useState(0);
  const there = isWhole(lang);
  useEffect(() => {
    if (there) return;
    const more = () => again((n) => n + 1);
    withEnglish().then(more, () => giveUp(true));
  }, [there]);
  if (there) setLang(lang);
  return there || given;
}

export function App() {
  const desk = useAsk("desk_get", {});
  // A desk that is brought from another computer is compared with its package before it is shown.
  const [arriving, setArriving] = useState(false);
  const system = useSystemShade();
  const lang = desk.data ? langOf(desk.data) : systemLang();
  const shade = desk.data ? shadeOf(desk.data, system) : system;
  const spoken = useWords(lang);
  const look = useMemo(() => ({ shade, lang }), [shade, lang]);

  useEffect(() => {
    document.documentElement.dataset.theme = shade;
  }, [shade]);
  // Only the ledger has rows to wait for.
  const starts = desk.isError || desk.data?.office === null || arriving;
  useEffect(() => {
    if (starts) stopWaiting();
  }, [starts]);
  useEffect(() => onChanged(() => void client.invalidateQueries({}, { cancelRefetch: false })), []);

  return (
    <LookContext value={look}>
      <CatchBoundary getResetKey={whole} errorComponent={Fallen}>
        {spoken && desk.isError && (
          <Broken fault={desk.error.fault} retry={() => void desk.refetch()}>
            {BEYOND_OPENING.includes(desk.error.fault.code) && <Rescue />}
          </Broken>
        )}
        {spoken && desk.data && (
          <DeskContext value={viewOf(desk.data, lang)}>
            {desk.data.office === null || arriving ? (
              <StartPage onBring={setArriving} />
            ) : (
              <RouterProvider key={desk.data.sample ?? "own"} router={router} />
            )}
          </DeskContext>
        )}
      </CatchBoundary>
    </LookContext>
  );
}
