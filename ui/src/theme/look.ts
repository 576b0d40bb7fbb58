/** Which theme and language the window has, for what is drawn with the component library. */
import { createContext, use } from "react";
import type { DeskInfo } from "../bindings/types";
import type { Lang } from "../i18n";

export type Shade = "light" | "dark";

/** Whether the system is set to dark windows. */
export const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");

/** The theme of a desk: the one that was chosen, else the system's. */
export const shadeOf = ({ theme }: Pick<DeskInfo, "theme">, system: Shade): Shade =>
  theme === "dark" || theme === "light" ? theme : system;

export const systemShade = (): Shade => (prefersDark.matches ? "dark" : "light");

export interface Look {
  shade: Shade;
  lang: Lang;
}

export const LookContext = createContext<Look>({ shade: "light", lang: "zh" });

export const useLook = (): Look => use(LookContext);
