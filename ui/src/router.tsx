/** The pages and their addresses. A filter of the ledger is part of the address. */
import { createHashHistory, createRootRoute, createRoute, createRouter, redirect } from "@tanstack/react-router";
import { BoardPage } from "./board/BoardPage";
import { readBoard } from "./board/scope";
import { ChangesPage } from "./changes/ChangesPage";
import { readPeriod } from "./changes/period";
import { ChecksPage } from "./checks/ChecksPage";
import { Frame } from "./frame/Frame";
import { ImportPage } from "./import/ImportPage";
import { LedgerPage } from "./ledger/LedgerPage";
import { readSearch } from "./ledger/search";
import { keepTrail } from "./ledger/trail";
import { PrintPage } from "./paper/PrintPage";
import { PeoplePage } from "./people/PeoplePage";
import { readPeople } from "./people/tabs";
import { APPROVAL_VIEWS, type ApprovalView } from "./project/approvals/views";
import { NewProject } from "./project/NewProject";
import { ProjectPage } from "./project/ProjectPage";
import { ComparePage } from "./rounds/ComparePage";
import { RoundPage } from "./rounds/RoundPage";
import { RoundsPage } from "./rounds/RoundsPage";
import { ROUND_TABS, type RoundTab } from "./rounds/tabs";
import { SettingsPage } from "./settings/SettingsPage";
import { SETTINGS_TABS, type SettingsTab } from "./settings/tabs";
import { readYear } from "./years/search";
import { YearsPage } from "./years/YearsPage";

export const PROJECT_TABS = ["overview", "progress", "approvals", "needs", "people", "documents", "history"] as const;
export type ProjectTab = (typeof PROJECT_TABS)[number];

const root = createRootRoute({ component: Frame });

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

const importing = createRoute({ getParentRoute: () => root, path: "/import", component: ImportPage });
const create = createRoute({ getParentRoute: () => root, path: "/new", component: NewProject });

const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  validateSearch: (search: Record<string, unknown>): { tab?: SettingsTab } => {
    const tab = SETTINGS_TABS.find((name) => name === search.tab);
    return tab ? { tab } : {};
  },
  component: SettingsPage,
});

const people = createRoute({
  getParentRoute: () => root,
  path: "/people",
  validateSearch: readPeople,
  component: PeoplePage,
});

const printing = createRoute({
  getParentRoute: () => root,
  path: "/print",
  validateSearch: readSearch,
  component: PrintPage,
});

const board = createRoute({
  getParentRoute: () => root,
  path: "/board",
  validateSearch: readBoard,
  component: BoardPage,
});

const changes = createRoute({
  getParentRoute: () => root,
  path: "/changes",
  validateSearch: readPeriod,
  component: ChangesPage,
});

const project = createRoute({
  getParentRoute: () => root,
  path: "/project/$id",
  validateSearch: (search: Record<string, unknown>): { tab?: ProjectTab; view?: ApprovalView; field?: string } => {
    const tab = PROJECT_TABS.find((name) => name === search.tab);
    const view = APPROVAL_VIEWS.find((name) => name === search.view);
    const field = typeof search.field === "string" ? search.field : undefined;
    return { ...(tab ? { tab } : {}), ...(view ? { view } : {}), ...(field ? { field } : {}) };
  },
  component: ProjectPage,
});

const checks = createRoute({ getParentRoute: () => root, path: "/checks", component: ChecksPage });

const years = createRoute({
  getParentRoute: () => root,
  path: "/years",
  validateSearch: readYear,
  component: YearsPage,
});

const rounds = createRoute({ getParentRoute: () => root, path: "/rounds", component: RoundsPage });

const round = createRoute({
  getParentRoute: () => root,
  path: "/rounds/$id",
  validateSearch: (search: Record<string, unknown>): { tab?: RoundTab } => {
    const tab = ROUND_TABS.find((name) => name === search.tab);
    return tab ? { tab } : {};
  },
  component: RoundPage,
});

const compare = createRoute({
  getParentRoute: () => root,
  path: "/rounds/compare",
  validateSearch: (search: Record<string, unknown>): { from: string; to: string } => ({
    from: typeof search.from === "string" ? search.from : "now",
    to: typeof search.to === "string" ? search.to : "now",
  }),
  component: ComparePage,
});

export const router = createRouter({
  routeTree: root.addChildren([
    index,
    ledger,
    importing,
    create,
    settings,
    people,
    board,
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
});

// A project's page leads on through the rows that were last looked at.
router.subscribe("onResolved", ({ toLocation }) => {
  if (toLocation.pathname === "/ledger") keepTrail(readSearch(toLocation.search));
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
