import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Count, Gap, Stuck } from "../bindings/types";
import { useDesk } from "../desk";
import { stateWord } from "../i18n";
import { useElementName } from "../lib/elements";
import { showThousandths } from "../lib/money";
import { unitWord } from "../lib/units";
import { useAsk } from "../query";

/** Who holds the most, and what they have had longest. */
export function Holders({ stuck, onRows }: { stuck: Stuck; onRows: (count: Count) => void }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  if (stuck.first.length === 0) return <p className="note">{t("board.say.noStuck")}</p>;
  return (
    <table className="lines">
      <thead>
        <tr>
          <th scope="col">{t("board.col.holder")}</th>
          <th scope="col" className="num">
            {t("board.col.item")}
          </th>
          <th scope="col">{t("board.col.what")}</th>
          <th scope="col" className="num">
            {t("board.col.days")}
          </th>
        </tr>
      </thead>
      <tbody>
        {stuck.first.map((holder) => (
          <tr key={holder.name ?? ""}>
            <th scope="row">{(lang === "zh" ? holder.name : holder.name_en) ?? t("board.say.applicant")}</th>
            <td className="num">
              <button type="button" className="fig" onClick={() => onRows(holder.projects)}>
                {holder.items}
              </button>
            </td>
            <td className="wrap">
              {holder.longest && (
                <Link to="/project/$id" params={{ id: holder.longest.project }} className="link">
                  {holder.longest.project_name} {lang === "zh" ? holder.longest.what : holder.longest.what_en}
                </Link>
              )}
            </td>
            <td className="num">{holder.longest?.days}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What is lacking, by county and month. */
export function Gaps({ gaps, onRows }: { gaps: Gap[]; onRows: (count: Count) => void }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const element = useElementName();
  return gaps.map((gap) => (
    <section key={`${gap.element} ${gap.unit}`}>
      <h3>
        {element(gap.element)}
        <span className="u"> {unitWord(gap.unit, lang)}</span>
      </h3>
      <table className="lines">
        <thead>
          <tr>
            <th scope="col">{t("board.col.county")}</th>
            <th scope="col">{t("board.col.month")}</th>
            <th scope="col" className="num">
              {t("board.projects")}
            </th>
            <th scope="col" className="num">
              {t("board.col.gap")}
            </th>
          </tr>
        </thead>
        <tbody>
          {gap.by.map((part) => (
            <tr key={`${part.region} ${part.month}`}>
              <td>{part.region}</td>
              <td>{part.month}</td>
              <td className="num">{part.projects}</td>
              <td className="num">{showThousandths(part.gap)}</td>
            </tr>
          ))}
          <tr>
            <td className="b">{t("board.all")}</td>
            <td />
            <td className="num">
              {gap.projects.n > 0 && (
                <button type="button" className="fig" onClick={() => onRows(gap.projects)}>
                  {gap.projects.n}
                </button>
              )}
            </td>
            <td className="num b">{showThousandths(gap.gap)}</td>
          </tr>
        </tbody>
      </table>
    </section>
  ));
}

/** The approvals that stand between a project and its start. */
export function Why({ project }: { project: string | undefined }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const why = useAsk("board_project", { id: project ?? "" }, project !== undefined).data;
  if (!project || !why) return <p className="note">{t("board.askWhy")}</p>;
  const zh = lang === "zh";
  return (
    <>
      <p>
        <Link to="/project/$id" params={{ id: why.id }} search={{ tab: "approvals" }} className="link">
          {why.name}
        </Link>
      </p>
      <table className="lines">
        <thead>
          <tr>
            <th scope="col">{t("board.col.what")}</th>
            <th scope="col">{t("board.col.state")}</th>
            <th scope="col">{t("board.col.holder")}</th>
            <th scope="col" className="num">
              {t("board.col.days")}
            </th>
            <th scope="col">{t("board.col.forecast")}</th>
          </tr>
        </thead>
        <tbody>
          {why.fast?.letters
            .filter(({ letter }) => why.fast?.missing.includes(letter))
            .map(({ letter, known }) => (
              <tr key={letter}>
                <td className="wrap">{t(`fast.letter.${letter}`)}</td>
                <td>{t("fast.notGiven")}</td>
                <td>{t(`fast.by.${letter}`)}</td>
                <td />
                <td>{known?.expected_on}</td>
              </tr>
            ))}
          {why.missing.map((item) => (
            <tr key={item.code}>
              <td className="wrap">
                {zh ? item.name : item.name_en}
                {item.critical && <span className="tag acc"> {t("board.critical")}</span>}
              </td>
              <td>{stateWord(item.kind, item.state)}</td>
              <td>{item.days === null ? "" : ((zh ? item.holder : item.holder_en) ?? t("board.say.applicant"))}</td>
              <td className="num">{item.days}</td>
              <td>{item.forecast_on}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {why.not_collected > 0 && <p className="note">{t("board.uncollected", { n: why.not_collected })}</p>}
    </>
  );
}
