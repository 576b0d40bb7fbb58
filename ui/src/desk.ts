/** What every page knows: whose desk this is, in which language and unit it is shown. */
import { createContext, use } from "react";
import type { DeskInfo } from "./bindings/types";
import type { Lang } from "./i18n";
import type { MoneyUnit } from "./lib/money";

export interface DeskView {
  desk: DeskInfo;
  lang: Lang;
  unit: MoneyUnit;
}

export const viewOf = (desk: DeskInfo, lang: Lang): DeskView => ({
  desk,
  lang,
  unit: desk.money_unit === "yi" ? "yi" : "wan",
});

export const DeskContext = createContext<DeskView | null>(null);

export function useDesk(): DeskView {
  const view = use(DeskContext);
  if (!view) throw new Error("the desk is not open yet");
  return view;
}
