import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { holderWord, nameOf } from "../approvals/words";
import type { TodayPromise } from "../bindings/types";
import { useDesk } from "../desk";
import { Lamp } from "../frame/icons";
import { denseDay, wordDay } from "../lib/day";
import { daysBetween } from "../reminders/counts";

/** 承诺到期: what was promised and is past, today's, and those of the next days. */
export function Promises({ promises, today }: { promises: TodayPromise[]; today: string }) {
  const { t } = useTranslation();
  const late = promises.filter((one) => one.due_on < today).length;
  const now = promises.filter((one) => one.due_on === today).length;
  return (
    <section aria-labelledby="td-promises">
      <div className="cap">
        <h2 id="td-promises">{t("today.promises")}</h2>
        {promises.length > 0 && (
          <span className="n cut">{t("today.promisesOf", { late, today: now, count: promises.length - late })}</span>
        )}
      </div>
      {promises.length === 0 && <p className="i2 td-say">{t("today.noPromises")}</p>}
      {promises.length > 0 && (
        <table className="lines td-promises">
          <tbody>
            {promises.map((one) => (
              <Line key={one.row.approval + one.what} one={one} today={today} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Line({ one, today }: { one: TodayPromise; today: string }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const { row, due_on, what } = one;
  const past = daysBetween(due_on, today);
  const shade = past > 0 ? "red" : past === 0 ? "amber" : "ring";
  // Papers and pledges are the applicant's to keep, what was said in a call the unit's.
  const who = what === "call" ? holderWord(row.holder, row.holder_en, lang) : t("today.applicants");
  const name = nameOf(row, lang);
  const when = past > 0 ? t("today.past", { count: past }) : past === 0 ? t("today.dueToday") : "";
  const said = one.text ? t("today.of", { what: one.text, name }) : name;
  return (
    <tr>
      <td className="c-lamp">
        <Lamp shade={shade} label={t(`shade.${shade}`)} />
      </td>
      <td className="c-who" title={who}>
        {who}
      </td>
      <td title={`${said} ${row.project_name}`}>
        <Link
          to="/project/$id"
          params={{ id: row.project }}
          search={{ tab: "approvals", item: row.item }}
          className="link"
          aria-label={`${said} ${row.project_name}`}
        >
          <span className="cut">{said}</span>
        </Link>
      </td>
      <td className="i2 c-what">{t(`today.promise.${what}`)}</td>
      <td className={past > 0 ? "num red" : past === 0 ? "num amber" : "num i2"} title={wordDay(due_on, lang)}>
        {when || denseDay(due_on, today.slice(0, 4))}
      </td>
    </tr>
  );
}
