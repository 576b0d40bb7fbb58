import { useTranslation } from "react-i18next";
import type { PeriodLine, Piece, ProjectId } from "../../bindings/types";
import { Editable } from "../../controls/Editable";
import { useDesk } from "../../desk";
import { plainDay, shortDay } from "../../lib/day";
import { plainMoney, showMoney } from "../../lib/money";
import { act } from "../../query";
import { typed } from "../typed";
import { periodName } from "./name";

/** As sheets have them: what was done before this year and in it make the whole. */
export const MONEY = ["done_month", "done_year", "done_prior", "done_total"] as const;
const WORDS = ["image", "issue", "next_step"] as const;

interface Props {
  line: PeriodLine;
  project: ProjectId;
}

/** One period of one basis; what its words say anew against the period before is marked. */
export function PeriodRow({ line, project }: Props) {
  const { t } = useTranslation();
  const { unit, lang } = useDesk();
  const { report } = line;
  const name = periodName(report.period, report.basis, lang);
  const label = (field: "as_of" | (typeof MONEY)[number] | (typeof WORDS)[number]) =>
    `${name} ${t(`choice.basis.${report.basis}`)} ${t(`field.${field}`)}`;
  const save = (field: string) => async (text: string) => {
    const set = await typed(field, text, unit);
    return act("progress_save", { project, period: report.period, basis: report.basis, set });
  };
  return (
    <tr>
      <td className="top-cell">
        <span className="b">{name}</span> <span className="tag">{t(`choice.basis.${report.basis}`)}</span>
        <span className="asof i3">
          {t("periods.asOf")}
          <Editable
            label={label("as_of")}
            field="as_of"
            shown={shortDay(report.as_of)}
            text={plainDay(report.as_of)}
            save={save("as_of")}
          />
        </span>
        {line.awaits_money && <span className="amber t12">{t("periods.awaits")}</span>}
      </td>
      {MONEY.map((field) => {
        const counted = field === "done_month" && report.done_month === null ? line.month : null;
        const shown = showMoney(report[field], unit);
        return (
          <td key={field} className="num top-cell">
            <Editable
              label={label(field)}
              field={field}
              numeric
              said={counted === null ? undefined : showMoney(counted, unit)}
              shown={counted === null ? shown : <span className="i3">{showMoney(counted, unit)}</span>}
              text={plainMoney(report[field], unit)}
              hint={t("edit.money", { unit: t(`money.${unit}`) })}
              save={save(field)}
            />
            {field === "done_month" && line.differs && (
              <span className="warned">{t("periods.differs", { month: showMoney(line.month, unit) })}</span>
            )}
          </td>
        );
      })}
      {WORDS.map((field) => (
        <td key={field} className="wrap top-cell">
          <Editable
            label={label(field)}
            field={field}
            long
            shown={report[field] === null ? "" : <Marked pieces={line[field]} />}
            text={report[field] ?? ""}
            save={save(field)}
          />
        </td>
      ))}
    </tr>
  );
}

/** New words stand out by a mark as well as a colour. */
export function Marked({ pieces }: { pieces: readonly Piece[] }) {
  let at = 0;
  return (
    <>
      {pieces.map((piece) => {
        at += piece.text.length;
        return piece.fresh ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>;
      })}
    </>
  );
}
