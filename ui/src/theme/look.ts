/** Which theme and language the window has, for what is drawn with the component library. */
import { createContext, use } from "react";
import type { Lang } from "../i18n";

export type Shade = "light" | "dark";

export interface Look {
  shade: Shade;
  lang: Lang;
}

export const LookContext = createContext<Look>({ shade: "light", lang: "zh" });

export const useLook = (): Look => use(LookContext);
