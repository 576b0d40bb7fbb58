/** The pages and their addresses. A filter of the ledger is part of the address; all but the ledger are fetched when they are gone to. */
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent as lazily,
  redirect,
} from "@tanstack/react-router";
import { readApprovals } from "./approvals/search";
import { readBoard } from "./board/scope";
import { readPeriod } from "./changes/period";
import { Fallen, FallenPage } from "./frame/Fallen";
import { Frame } from "./frame/Frame";
import { LedgerPage } from "./ledger/LedgerPage";
import { readSearch } from "./ledger/search";
import { keepTrail } from "./ledger/trail";
import { page } from "./lib/later";
import { readPeople } from "./people/tabs";
import { APPROVAL_VIEWS, type ApprovalView } from "./project/approvals/views";
import { ROUND_TABS, type RoundTab } from "./rounds/tabs";
import { SETTINGS_TABS, type SettingsTab } from "./settings/tabs";
import { readToday } from "./today/search";
import { leaveSheet } from "./today/trail";
import { readYear } from "./years/search";

export const PROJECT_TABS = ["overview", "progress", "approvals", "needs", "people", "documents", "history"] as const;
export type ProjectTab = (typeof PROJECT_TABS)[number];

interface ProjectSearch {
  tab?: ProjectTab;
  view?: ApprovalView;
  /** The field that has the focus at first. */
  field?: string;
  /** Code of the approval that is open at first. */
  item?: string;
}

const root = createRootRoute({ component: Frame, errorComponent: Fallen });

const index = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/ledger" });
  },
});

const ledger = createRoute({
  getParentRoute: () => root,
  path: "/ledger",
  validateSearch: readSearch,
  component: LedgerPage,
});

const importing = createRoute({
  getParentRoute: () => root,
  path: "/import",
  component: lazily(page(() => import("./import/ImportPage"), "ImportPage")),
});
const create = createRoute({
  getParentRoute: () => root,
  path: "/new",
  component: lazily(page(() => import("./project/NewProject"), "NewProject")),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  validateSearch: (search: Record<string, unknown>): { tab?: SettingsTab; year?: number; version?: number } => {
    const tab = SETTINGS_TABS.find((name) => name === search.tab);
    const year = Number(search.year);
    const version = Number(search.version ?? Number.NaN);
    return {
      ...(tab ? { tab } : {}),
      ...(tab === "calendar" && year >= 2000 && year <= 2100 ? { year } : {}),
      ...(tab === "library" && Number.isInteger(version) && version >= 0 ? { version } : {}),
    };
  },
  component: lazily(page(() => import("./settings/SettingsPage"), "SettingsPage")),
});

const people = createRoute({
  getParentRoute: () => root,
  path: "/people",
  validateSearch: readPeople,
  component: lazily(page(() => import("./people/PeoplePage"), "PeoplePage")),
});

const printing = createRoute({
  getParentRoute: () => root,
  path: "/print",
  validateSearch: readSearch,
  component: lazily(page(() => import("./paper/PrintPage"), "PrintPage")),
});

const board = createRoute({
  getParentRoute: () => root,
  path: "/board",
  validateSearch: readBoard,
  component: lazily(page(() => import("./board/BoardPage"), "BoardPage")),
});

const changes = createRoute({
  getParentRoute: () => root,
  path: "/changes",
  validateSearch: readPeriod,
  component: lazily(page(() => import("./changes/ChangesPage"), "ChangesPage")),
});

const project = createRoute({
  getParentRoute: () => root,
  path: "/project/$id",
  validateSearch: (search: Record<string, unknown>): ProjectSearch => {
    const tab = PROJECT_TABS.find((name) => name === search.tab);
    const view = APPROVAL_VIEWS.find((name) => name === search.view);
    const field = typeof search.field === "string" ? search.field : undefined;
    const item = typeof search.item === "string" ? search.item : undefined;
    return { ...(tab && { tab }), ...(view && { view }), ...(field && { field }), ...(item && { item }) };
  },
  component: lazily(page(() => import("./project/ProjectPage"), "ProjectPage")),
});

const approvals = createRoute({
  getParentRoute: () => root,
  path: "/approvals",
  validateSearch: readApprovals,
  component: lazily(page(() => import("./approvals/ApprovalsPage"), "ApprovalsPage")),
});

const today = createRoute({
  getParentRoute: () => root,
  path: "/today",
  validateSearch: readToday,
  component: lazily(page(() => import("./today/TodayPage"), "TodayPage")),
});

const checks = createRoute({
  getParentRoute: () => root,
  path: "/checks",
  component: lazily(page(() => import("./checks/ChecksPage"), "ChecksPage")),
});

const years = createRoute({
  getParentRoute: () => root,
  path: "/years",
  validateSearch: readYear,
  component: lazily(page(() => import("./years/YearsPage"), "YearsPage")),
});

const rounds = createRoute({
  getParentRoute: () => root,
  path: "/rounds",
  component: lazily(page(() => import("./rounds/RoundsPage"), "RoundsPage")),
});

const round = createRoute({
  getParentRoute: () => root,
  path: "/rounds/$id",
  validateSearch: (search: Record<string, unknown>): { tab?: RoundTab } => {
    const tab = ROUND_TABS.find((name) => name === search.tab);
    return tab ? { tab } : {};
  },
  component: lazily(page(() => import("./rounds/RoundPage"), "RoundPage")),
});

const compare = createRoute({
  getParentRoute: () => root,
  path: "/rounds/compare",
  validateSearch: (search: Record<string, unknown>): { from: string; to: string } => ({
    from: typeof search.from === "string" ? search.from : "now",
    to: typeof search.to === "string" ? search.to : "now",
  }),
  component: lazily(page(() => import("./rounds/ComparePage"), "ComparePage")),
});

export const router = createRouter({
  routeTree: root.addChildren([
    index,
    today,
    ledger,
    importing,
    create,
    settings,
    people,
    board,
    approvals,
    printing,
    rounds,
    checks,
    years,
    round,
    compare,
    changes,
    project,
  ]),
  history: createHashHistory(),
  defaultErrorComponent: FallenPage,
});

// A project's page leads on through the rows that were last looked at.
router.subscribe("onResolved", ({ toLocation }) => {
  const { pathname } = toLocation;
  if (pathname === "/ledger") keepTrail(readSearch(toLocation.search));
  if (pathname !== "/today" && !pathname.startsWith("/project/")) leaveSheet();
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
