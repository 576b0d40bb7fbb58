/** The commands of the palette: where one can go and what one can do from any page. */
import type { Said } from "../bindings/types";
import { takeBack } from "../frame/keys";
import { i18next } from "../i18n";
import { act, tryTo } from "../query";
import { router } from "../router";
import { showSample } from "../sample/desks";
import { startTour } from "../sample/steps";
import type zh from "../text/palette.zh.json";
import { openKeys, type Wish, wish } from "./store";

type Name = keyof typeof zh.palette.command;

export interface Command {
  id: Name;
  keys?: string;
  run: () => void;
}

export const goTo = (address: string) => router.history.push(address);

const go = (id: Name, to: string): Command => ({ id, run: () => goTo(to) });
const set = (id: Name, key: string, value: string): Command => ({
  id,
  run: () => void tryTo(() => act("setting_save", { key, value })),
});

const PLACES: [Name, string][] = [
  ["today", "/today"],
  ["ledger", "/ledger"],
  ["approvals", "/approvals"],
  ["approvalFigures", "/approvals?tab=figures"],
  ["new", "/new"],
  ["import", "/import"],
  ["rounds", "/rounds"],
  ["checks", "/checks"],
  ["powers", "/approvals?tab=lists"],
  ["negative", "/approvals?tab=lists&list=negative"],
  ["undated", "/approvals?tab=undated"],
  ["years", "/years"],
  ["targets", "/years?tab=targets"],
  ["yearLists", "/years?tab=lists"],
  ["duties", "/years?tab=duties"],
  ["book", "/people"],
  ["wall", "/people?tab=wall"],
  ["staffing", "/people?tab=staffing"],
  ["board", "/board"],
  ["changes", "/changes"],
  ["settings", "/settings"],
  ["calendar", "/settings?tab=calendar"],
  ["library", "/settings?tab=library"],
  ["regions", "/settings?tab=regions"],
  ["safety", "/settings?tab=safety"],
];

/** The page that can do it, and what it is to do there. */
const there = (id: Name, to: string, what: Wish): Command => ({
  id,
  run: () => {
    goTo(to);
    wish(what);
  },
});

/** The rows that are shown; from another page the whole ledger. */
function print(): void {
  const { pathname, searchStr } = router.state.location;
  goTo(pathname === "/ledger" ? `/print${searchStr}` : "/print");
}

const SAFETY = "/settings?tab=safety";

const DOINGS: Command[] = [
  there("export", "/ledger", "export"),
  { id: "print", run: print },
  there("newRound", "/rounds", "newRound"),
  { id: "undo", keys: "Ctrl Z", run: () => void takeBack("undo") },
  { id: "redo", keys: "Ctrl Y", run: () => void takeBack("redo") },
  there("backup", SAFETY, "backup"),
  { id: "point", run: () => void tryTo(() => act("restore_point_make", { name: "" })) },
  there("restore", SAFETY, "restore"),
  there("moving", SAFETY, "moving"),
  there("bring", SAFETY, "bring"),
  there("hand", SAFETY, "hand"),
  set("chinese", "language", "zh"),
  set("english", "language", "en"),
  set("wan", "money_unit", "wan"),
  set("yi", "money_unit", "yi"),
  set("light", "theme", "light"),
  set("dark", "theme", "dark"),
  set("system", "theme", "system"),
  { id: "sample", run: () => void tryTo(() => showSample("daqing")) },
  {
    id: "tour",
    run: () => {
      goTo("/ledger");
      startTour();
    },
  },
  { id: "keys", run: openKeys },
];

/** Everything that can be asked for; a room that is not there is not offered. */
export function commands(): Command[] {
  const rooms: Record<string, unknown> = router.routesByPath;
  const places = PLACES.filter(([, to]) => (to.split("?")[0] ?? "") in rooms).map(([id, to]) => go(id, to));
  return [...places, ...DOINGS];
}

/** Their words in the language shown and in the other one: both are typed. */
export function said(list: Command[]): Said[] {
  const other = i18next.getFixedT(i18next.language === "en" ? "zh" : "en");
  return list.map(({ id }) => ({ id, words: [i18next.t(`palette.command.${id}`), other(`palette.command.${id}`)] }));
}
