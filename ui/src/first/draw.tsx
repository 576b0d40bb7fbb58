/** The first rows, drawn from what came with the page: they are to be seen while the page itself is still being put together. */
import { createRoot } from "react-dom/client";
import { DeskContext, viewOf } from "../desk";
import { langOf, setLang } from "../i18n";
import { frame, markPainted, painted } from "../lib/painted";
import { nameRoles } from "../people/nameRoles";
import { shadeOf, systemShade } from "../theme/look";
import { answerOf } from "./answers";
import { FirstLedger } from "./FirstLedger";
import "./first.css";

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
  const root = createRoot(box);
  const drawn = new Promise<void>((done) => {
    root.render(
      <DeskContext value={viewOf(desk, lang)}>
        <FirstLedger rows={page.rows} onDrawn={done} />
      </DeskContext>,
    );
  });
  void painted.then(() => {
    root.unmount();
    box.remove();
  });
  await drawn;
  await frame();
  markPainted();
}
