import { useTranslation } from "react-i18next";
import type { Charge } from "../../../bindings/types";
import { useDesk } from "../../../desk";
import { type Lost, lostBy } from "./lost";

interface Props {
  charges: Charge[];
  onPick: (code: string) => void;
}

/** 误时: who held which item how many days too long, and why. */
export function DaysLost({ charges, onPick }: Props) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const who = (part: Lost) => {
    if (part.whose === "applicant") return t("ways.lost.who.applicant");
    return (lang === "zh" ? part.holder : part.holder_en) ?? "";
  };
  return (
    <div className="aw-lost scrolls">
      <table className="lines">
        <thead>
          <tr>
            <th scope="col" className="c-who">
              {t("ways.lost.holder")}
            </th>
            <th scope="col">{t("ways.lost.item")}</th>
            <th scope="col" className="c-why">
              {t("ways.lost.why")}
            </th>
            <th scope="col" className="c-days num">
              {t("ways.lost.days")}
            </th>
            <th scope="col" className="c-path">
              {t("ways.lost.path")}
            </th>
          </tr>
        </thead>
        {lostBy(charges).map((part) => (
          <tbody key={part.whose + part.holder}>
            {part.charges.map((one, at) => (
              <tr key={one.item + one.loss}>
                {at === 0 && (
                  <th scope="rowgroup" rowSpan={part.charges.length} title={who(part)}>
                    <span className="aw-who">
                      <b className="cut">{who(part)}</b>
                      <span className="i2">{t("ways.lost.sum", { count: part.days })}</span>
                    </span>
                  </th>
                )}
                <td>
                  <button type="button" className="link aw-item" onClick={() => onPick(one.item)}>
                    <span className="cut">{lang === "zh" ? one.name : one.name_en}</span>
                  </button>
                </td>
                <td>{t(`ways.lost.loss.${one.loss}`)}</td>
                <td className="num">
                  {one.unit === "calendar" ? t("ways.lost.inDays", { count: one.days }) : one.days}
                </td>
                <td>{one.critical && <span className="tag acc">{t("path.critical")}</span>}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
