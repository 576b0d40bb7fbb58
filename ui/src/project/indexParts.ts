/** The parts of the 要素保障指数 in words; the points are the core's. */
import { useTranslation } from "react-i18next";
import type { Part, ProjectFile } from "../bindings/types";
import { useDesk } from "../desk";
import { useElementName } from "../lib/elements";
import { shifted, showThousandths } from "../lib/money";
import { unitWord } from "../lib/units";

/** Hundredths as text with one decimal, half up. */
export const tenths = (hundredths: number) => shifted(Math.floor((hundredths + 5) / 10), 1, 1);

/** How many of how many, with the decimal only where something is half done. */
export function itemsDone({ coverage, count }: Pick<Part, "coverage" | "count">): string {
  return tenths(Math.round((coverage * count) / 100)).replace(/\.0$/, "");
}

interface PartWords {
  name: (part: Part) => string;
  /** 12 / 15 项; of a single need its quantities; of several needs their mean. */
  amount: (part: Part) => string;
  /** Said instead of a list where approvals are all there is. */
  only: string | null;
}

export function usePartWords(file: ProjectFile): PartWords {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const name = useElementName();
  const needs = file.matters.filter((matter) => matter.kind === "need");
  const amount = (part: Part) => {
    if (part.units.length === 0) return t("index.items", { done: itemsDone(part), all: part.count });
    const own = needs.filter((need) => need.element === part.category && need.required !== null);
    const [need] = own;
    if (own.length !== 1 || !need) return t("index.covered", { cover: tenths(part.coverage) });
    const of = showThousandths(need.required ?? 0);
    return `${showThousandths(need.delivered ?? 0)} / ${of} ${unitWord(need.unit, lang)}`.trim();
  };
  const [one, ...more] = file.index.parts;
  const alone = one !== undefined && more.length === 0 && one.units.length === 0;
  const words = alone && { name: name(one.category), amount: amount(one) };
  const only = words ? t(needs.length > 0 ? "index.onlyUncounted" : "index.only", words) : null;
  return { name: (part) => name(part.category), amount, only };
}
