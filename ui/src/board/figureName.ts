/** What a figure of the board counted, in words: 未开工, of which county, by which 口径. */
import { useTranslation } from "react-i18next";
import type { FigureRows, RowKind } from "../bindings/types";
import { EVERYWHERE } from "../ledger/search";
import { useElementName } from "../lib/elements";
import type { About } from "../paper/share";
import { useAsk } from "../query";
import type { Key } from "./voice";

export type FigureName = Pick<About, "what" | "where" | "basis">;

/** By which figures the rows were counted; the projects of a scope are counted by nothing but being there. */
export function basisOf(of: RowKind): Key | null {
  if (of === "all") return null;
  if (of === "held") return "basisHeld";
  if (of === "gap") return "basisGaps";
  if (of.startsWith("statistics")) return "basisStatistics";
  const reported: RowKind[] = ["reported", "unreported", "behind", "last_year"];
  return reported.includes(of) ? "basisMoney" : "basisStarts";
}

/** The name of a figure; of none nothing is said. */
export function useFigureName(figure: FigureRows | null): FigureName {
  const { t } = useTranslation();
  const element = useElementName();
  const { list, region, leader, chain } = figure?.scope ?? EVERYWHERE;
  const choices = useAsk("board_choices", {}, region !== null).data;
  const lists = useAsk("list_list", {}, list !== null).data;
  if (!figure) return {};
  const { of, key } = figure;
  const where = [
    lists?.find((one) => one.id === list)?.name,
    choices?.regions.find((one) => one.code === region)?.name,
    leader && t("paper.ledBy", { leader }),
    chain,
  ].filter(Boolean);
  const basis = basisOf(of);
  return {
    what:
      of === "all"
        ? undefined
        : of === "held"
          ? t("paper.held", { who: key || t("board.say.applicant") })
          : of === "gap" && key
            ? t("paper.gap", { element: element(key.split("|")[0] ?? key) })
            : t(`board.rows.${of}`),
    where: where.join(t("board.say.enum")) || undefined,
    basis: basis ? t(`board.say.${basis}`) : undefined,
  };
}
