import { Link } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { holderWord } from "../approvals/words";
import type { TodayPromise, TodayPromises } from "../bindings/types";
import { useDesk } from "../desk";
import { Lamp } from "../frame/icons";
import type { Lang } from "../i18n";
import { denseDay, wordDay } from "../lib/day";
import { daysBetween } from "../reminders/counts";

/** 承诺到期: what was promised and is past, today's, and those of the next days. */
export function Promises({ promises, today }: { promises: TodayPromises; today: string }) {
  const { t } = useTranslation();
  const { late, count, rows } = promises;
  const rest = count - rows.length;
  return (
    <section aria-labelledby="td-promises">
      <div className="cap">
        <h2 id="td-promises">{t("today.promises")}</h2>
        {count > 0 && (
          <span className="n cut">{t("today.promisesOf", { late, today: promises.today, count: count - late })}</span>
        )}
      </div>
      {count === 0 && <p className="i2 td-say">{t("today.noPromises")}</p>}
      {count > 0 && (
        <ol className="td-promises">
          {rows.map((one) => (
            <Line key={`${one.project} ${one.item} ${one.what} ${one.letter} ${one.due_on}`} one={one} today={today} />
          ))}
        </ol>
      )}
      {rest > 0 && <p className="i2 td-say">{t("today.promisesRest", { count: rest })}</p>}
    </section>
  );
}

/** What was promised: the papers, the letter, what was said, else the approval it is about. */
function what(one: TodayPromise, t: TFunction, lang: Lang): string {
  if (one.letter) return t(`fast.letter.${one.letter}`);
  const name = (lang === "zh" ? one.name : one.name_en) ?? t("today.formal");
  return one.text ? t("today.of", { what: one.text, name }) : name;
}

/** Who promised it: the unit, the sort of unit that gives a letter, or the enterprise. */
function who(one: TodayPromise, t: TFunction, lang: Lang): string {
  if (one.letter) return t(`fast.by.${one.letter}`);
  return one.holder === null ? t("today.applicants") : holderWord(one.holder, one.holder_en, lang);
}

function Line({ one, today }: { one: TodayPromise; today: string }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const past = daysBetween(one.due_on, today);
  const shade = past > 0 ? "red" : past === 0 ? "amber" : "ring";
  const when = past > 0 ? t("today.past", { count: past }) : past === 0 ? t("today.dueToday") : "";
  const said = what(one, t, lang);
  const of = [t(`today.promise.${one.what}`), who(one, t, lang), one.project_name].filter(Boolean);
  return (
    <li>
      <Lamp shade={shade} label={t(`shade.${shade}`)} />
      <span className="td-stack">
        <Link
          to="/project/$id"
          params={{ id: one.project }}
          search={{ tab: "approvals", ...(one.item && { item: one.item }) }}
          className="link td-name"
          title={said}
        >
          <span className="clamped">{said}</span>
        </Link>
        <span className="i2 t12 td-of">
          {of.map((part) => (
            <span key={part}>{part}</span>
          ))}
        </span>
      </span>
      <span className={past > 0 ? "num red" : past === 0 ? "num amber" : "num i2"} title={wordDay(one.due_on, lang)}>
        {when || denseDay(one.due_on, today.slice(0, 4))}
      </span>
    </li>
  );
}
