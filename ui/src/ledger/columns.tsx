/** The ledger's columns: what leaders read first stands on the first screen (形象进度, 存在问题). */
import type { TFunction } from "i18next";
import type { ReactNode } from "react";
import type { ProjectRow, Column as Sortable } from "../bindings/types";
import type { DeskView } from "../desk";
import { Lamp } from "../frame/icons";
import { shortDay, wordDay } from "../lib/day";
import { showMoney, showRate } from "../lib/money";
import type { Wide } from "./math";

export interface Column extends Wide {
  /** Width where the words are English. */
  en?: number;
  key:
    | "entered"
    | "light"
    | "name"
    | "region"
    | "stage"
    | "carried"
    | "rate"
    | "total"
    | "plan"
    | "done_total"
    | "started_planned"
    | "started_actual"
    | "completed_planned"
    | "image"
    | "issue"
    | "leader"
    | "responsible_unit"
    | "enterprise";
  sort?: Sortable;
  /** Stays in place when scrolled sideways. */
  frozen?: boolean;
  side?: "num" | "mid";
  money?: boolean;
  /** Wraps over two lines where rows are high. */
  wraps?: boolean;
  quiet?: boolean;
  show: (row: ProjectRow, view: View) => ReactNode;
  /** The whole text, for the hint. */
  hint?: (row: ProjectRow, view: View) => string | null;
}

export interface View extends DeskView {
  t: TFunction;
  number: number;
}

const money = (key: "total" | "plan" | "done_total", width: number, en: number): Column => ({
  key,
  sort: key,
  width,
  en,
  side: "num",
  money: true,
  show: (row, { unit, t }) => {
    const about = key === "total" ? row.total_about : key === "plan" && row.plan_about;
    const text = showMoney(row[key], unit);
    return (
      <span className={row[key] === 0 ? "i3" : undefined}>
        {about && text !== "" ? t("money.about", { text }) : text}
      </span>
    );
  },
});

const day = (key: "started_planned" | "started_actual" | "completed_planned"): Column => ({
  key,
  sort: key,
  width: 92,
  show: (row) => shortDay(row[key]),
  hint: (row, { lang }) => wordDay(row[key], lang),
});

const text = (
  key: "image" | "issue" | "leader" | "responsible_unit" | "enterprise",
  wide: Wide,
  wraps = false,
): Column => ({
  key,
  sort: key,
  ...wide,
  wraps,
  show: (row) => row[key],
  hint: (row) => row[key],
});

export const COLUMNS: readonly Column[] = [
  {
    key: "entered",
    sort: "entered",
    width: 40,
    side: "num",
    frozen: true,
    quiet: true,
    show: (_, { number }) => number,
  },
  {
    key: "light",
    width: 26,
    en: 44,
    side: "mid",
    frozen: true,
    show: (row, { t }) => <Lamp shade={row.light} label={t(`shade.${row.light}`)} />,
  },
  {
    key: "name",
    sort: "name",
    width: 184,
    grow: 3,
    frozen: true,
    wraps: true,
    show: (row) => row.name,
    hint: (row) => (row.code ? `${row.name}\n${row.code}` : row.name),
  },
  {
    key: "region",
    sort: "region",
    width: 84,
    grow: 1,
    wraps: true,
    show: (row) => row.region_name,
    hint: (row) => row.region_name,
  },
  { ...text("enterprise", { width: 104, grow: 2 }, true), quiet: true },
  { key: "stage", sort: "stage", width: 58, en: 84, show: (row, { t }) => t(`stage.${row.stage}`) },
  {
    key: "carried",
    sort: "carried",
    width: 58,
    en: 84,
    show: (row, { t }) => (row.carried ? t(`carried.${row.carried}`) : ""),
  },
  money("total", 88, 104),
  money("plan", 96, 104),
  money("done_total", 96, 104),
  {
    key: "rate",
    sort: "rate",
    width: 84,
    side: "num",
    show: (row) => row.rate !== null && <Rate thousandths={row.rate} />,
  },
  text("image", { width: 160, grow: 5 }, true),
  text("issue", { width: 140, grow: 4 }, true),
  text("leader", { width: 68 }),
  text("responsible_unit", { width: 120, grow: 1 }, true),
  day("started_planned"),
  day("started_actual"),
  day("completed_planned"),
];

export function Rate({ thousandths }: { thousandths: number }) {
  return (
    <span className="rate">
      <span className="meter">
        <i style={{ width: `${Math.max(0, Math.min(1000, thousandths)) / 10}%` }} />
      </span>
      <span className={thousandths === 0 ? "i3" : undefined}>{showRate(thousandths)}</span>
    </span>
  );
}
