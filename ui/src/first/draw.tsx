/** The first rows, drawn from what came with the page: they are to be seen while the page itself is still being put together. */
import { createRoot, type Root } from "react-dom/client";
import { DeskContext, viewOf } from "../desk";
import { langOf, setLang } from "../i18n";
import { frame, markPainted, painted } from "../lib/painted";
import { nameRoles } from "../people/nameRoles";
import { shadeOf, systemShade } from "../theme/look";
import { answerOf } from "./answers";
import { FirstLedger } from "./FirstLedger";
import "./first.css";

/** The page waits no longer for them: a window that is hidden has no frames. */
const LONGEST_MS = 300;

/** Draws them where the window opens with the ledger; is there once they are to be seen. They go when the page stands. */
export async function drawFirst(): Promise<void> {
  const desk = answerOf("desk_get");
  const page = answerOf("project_list");
  if (!desk?.office || !page || page.rows.length === 0 || !["", "#/", "#/ledger"].includes(location.hash)) return;
  const lang = langOf(desk);
  setLang(lang);
  nameRoles(answerOf("role_name_list") ?? [], lang);
  document.documentElement.dataset.theme = shadeOf(desk, systemShade());
  const box = document.createElement("div");
  box.id = "first";
  // To be looked at, not to be worked in.
  box.inert = true;
  document.body.append(box);
  let root: Root | undefined;
  const drawn = new Promise<void>((done, failed) => {
    root = createRoot(box, { onUncaughtError: failed });
    root.render(
      <DeskContext value={viewOf(desk, lang)}>
        <FirstLedger rows={page.rows} onDrawn={done} />
      </DeskContext>,
    );
  });
  const away = () => {
    root?.unmount();
    box.remove();
  };
  void painted.then(away);
  const seen = drawn.then(frame).then(markPainted);
  seen.catch(away);
  const late = new Promise<void>((done) => setTimeout(done, LONGEST_MS));
  await Promise.race([seen, late]);
}
