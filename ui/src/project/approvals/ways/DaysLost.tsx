import { useTranslation } from "react-i18next";
import type { Charge, Listed } from "../../../bindings/types";
import { useDesk } from "../../../desk";
import { bindingOf, type Lost, lostBy, lostWords, unjudged } from "./lost";

interface Props {
  charges: Charge[];
  items: Listed[];
  onPick: (code: string) => void;
}

/** 误时: who held which item how many days too long, and why. */
export function DaysLost({ charges, items, onPick }: Props) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const who = (part: Lost) => {
    if (part.whose === "applicant") return t("ways.lost.who.applicant");
    return (lang === "zh" ? part.holder : part.holder_en) ?? "";
  };
  const reason = ({ loss, item }: Charge) =>
    loss === "overdue"
      ? t(`ways.lost.over.${bindingOf(items.find((one) => one.code === item))}`)
      : t(`ways.lost.loss.${loss}`);
  return (
    <div className="aw-lost scrolls">
      <p className="note">
        {[
          t("ways.lost.note"),
          ...unjudged(items).map(({ why, count }) => t(`ways.lost.unjudged.${why}`, { count })),
        ].join(lang === "zh" ? "" : " ")}
      </p>
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
              <tr key={one.item + one.loss + one.unit}>
                {at === 0 && (
                  <th scope="rowgroup" rowSpan={part.charges.length} title={who(part)}>
                    <span className="aw-who">
                      <b className="cut">{who(part)}</b>
                      <span className="i2">{lostWords(part.days)}</span>
                    </span>
                  </th>
                )}
                <td>
                  <button type="button" className="link aw-item" onClick={() => onPick(one.item)}>
                    <span className="cut">{lang === "zh" ? one.name : one.name_en}</span>
                  </button>
                </td>
                <td>{reason(one)}</td>
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
