import { useTranslation } from "react-i18next";
import type { CountingBasis, Fault, StandingFile } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { Seg } from "../controls/Seg";
import { useDesk } from "../desk";
import { fieldFault } from "../errors";
import { Icon } from "../frame/icons";
import { fieldWord } from "../project/words";
import { PartName } from "./PartName";
import { blankPart, type DraftPart, PART_MONEY, type PartMoney } from "./parts";

interface Props {
  parts: DraftPart[];
  fault: Fault | null;
  whole: StandingFile;
  basis: CountingBasis | null;
  onBasis: (basis: CountingBasis) => void;
  onChange: (parts: DraftPart[]) => void;
}

/** What may be said of a project that exists: its own money stays, only what is completed is divided. */
const OF_REPORT: readonly PartMoney[] = ["done_total", "done_year"];

/** What a project is split into: a name and its share of the money, a line each. */
export function SplitParts({ parts, fault, whole, basis, onBasis, onChange }: Props) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const set = (at: number, change: Partial<DraftPart>) =>
    onChange(parts.map((part, n) => (n === at ? { ...part, ...change } : part)));
  return (
    <>
      <div>
        <span>{t("standing.basis")}</span>
        <Seg
          label={t("standing.basis")}
          value={basis ?? "parts"}
          choices={(["parts", "whole"] as const).map((value) => ({ value, text: t(`standing.bases.${value}`) }))}
          onPick={onBasis}
        />
      </div>
      <div className="split" role="group" aria-label={t("standing.parts")}>
        <table className="lines">
          <thead>
            <tr>
              <th scope="col">{t("standing.partName")}</th>
              {PART_MONEY.map((field) => (
                <th scope="col" className="num" key={field} style={{ width: 104 }}>
                  {fieldWord(field)} <span className="i3">{t(`money.${unit}`)}</span>
                </th>
              ))}
              <th scope="col" style={{ width: 32 }} aria-label={t("act.remove")} />
            </tr>
          </thead>
          <tbody>
            {parts.map((part, at) => (
              <tr key={part.key}>
                <td>
                  <PartName
                    whole={whole.project}
                    label={t("standing.partField", { n: at + 1, what: t("standing.partName") })}
                    part={part}
                    bad={fieldFault(fault, `parts.${at}.name`) !== null}
                    onChange={(change) => set(at, change)}
                  />
                  <Problem text={fieldFault(fault, `parts.${at}.name`)} />
                </td>
                {PART_MONEY.map((field) => (
                  <td key={field}>
                    <input
                      className={fieldFault(fault, `parts.${at}.${field}`) ? "field num bad" : "field num"}
                      aria-label={t("standing.partField", { n: at + 1, what: fieldWord(field) })}
                      inputMode="decimal"
                      value={part[field]}
                      disabled={part.project !== null && !OF_REPORT.includes(field)}
                      onChange={(e) => set(at, { [field]: e.target.value })}
                    />
                    <Problem text={fieldFault(fault, `parts.${at}.${field}`)} />
                  </td>
                ))}
                <td className="mid">
                  <button
                    type="button"
                    className="btn flat s sq"
                    aria-label={t("standing.removePart", { n: at + 1 })}
                    disabled={parts.length === 1}
                    onClick={() => onChange(parts.filter((_, n) => n !== at))}
                  >
                    <Icon name="x" size={12} />
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <button
          type="button"
          className="link"
          onClick={() => onChange([...parts, blankPart(Math.max(...parts.map((p) => p.key)) + 1)])}
        >
          <Icon name="plus" size={12} />
          {t("standing.addPart")}
        </button>
      </div>
    </>
  );
}
