import type { TFunction } from "i18next";
import type { Cleared, TableCount } from "../bindings/types";
import { moment } from "../lib/day";
import { megabytes } from "./size";

/** What lies, or lay, on this computer; `cleared` adds when it went and how. */
export function clearedLines(
  t: TFunction,
  nameOf: (count: TableCount) => string,
  found: Cleared,
  cleared = false,
): [string, string][] {
  const went: [string, string][] = cleared
    ? [
        [t("safety.clear.when"), moment(found.ms)],
        [t("safety.clear.how"), t("safety.clear.howIt")],
      ]
    : [];
  const off = found.moved_away_ms ?? found.copied_off_ms;
  return [
    [t("safety.sheet.office"), found.office],
    ...(found.person ? [[t("safety.clear.person"), found.person] satisfies [string, string]] : []),
    [t("safety.clear.folder"), found.folder],
    [t("safety.clear.files"), t("safety.clear.filesOf", { count: found.files, size: megabytes(found.size) })],
    [
      t("safety.clear.off"),
      off === null
        ? t("safety.never")
        : t(found.moved_away_ms === null ? "safety.clear.copied" : "safety.clear.moved", { at: moment(off) }),
    ],
    [t("safety.clear.last"), found.last_change ?? "—"],
    ...found.counts.map((c): [string, string] => [nameOf(c), String(c.count)]),
    ...went,
  ];
}
