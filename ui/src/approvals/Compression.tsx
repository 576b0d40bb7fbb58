import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ApprovalFigures, Compressed } from "../bindings/types";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { i18next } from "../i18n";
import { copyText } from "../paper/clipboard";
import type { ApprovalSearch } from "./search";
import { nameOf } from "./words";

/** The core counts in half days. */
const daysOf = (halves: number) => String(halves / 2);

function spanWords({ span = "year", from, to }: ApprovalSearch): string {
  const { t } = i18next;
  if (span === "all") return "";
  if (span !== "own") return t(`desk_approvals.say.${span}`);
  if (from && to) return t("desk_approvals.say.between", { from, to });
  if (from) return t("desk_approvals.say.from", { day: from });
  return to ? t("desk_approvals.say.to", { day: to }) : "";
}

/** As it is said in a report; without a share where more was used than the law allows. */
function sentence(all: Compressed, search: ApprovalSearch): string {
  const { t } = i18next;
  const said = t("desk_approvals.say.base", {
    when: spanWords(search),
    count: all.decided,
    law: daysOf(all.law_half_days),
    promised: daysOf(all.promised_half_days),
    used: all.used_days,
  });
  const shorter = all.shorter ? t("desk_approvals.say.shorter", { rate: all.shorter.text }) : "";
  return said + shorter + t("desk_approvals.say.end");
}

interface Props {
  figures: ApprovalFigures;
  search: ApprovalSearch;
}

/** Working days the law allows, promised, and used, by item and together. */
export function Compression({ figures, search }: Props) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const { compression, together, not_compared, not_compared_why } = figures;
  return (
    <section aria-labelledby="ab-compressed">
      <div className="cap">
        <h2 id="ab-compressed">{t("desk_approvals.compression")}</h2>
        <span className="n">{t("desk_approvals.compressionNote")}</span>
      </div>
      {together.decided === 0 ? (
        <p className="i2 ab-lead">{t("desk_approvals.noCompression")}</p>
      ) : (
        <>
          <Sentence text={sentence(together, search)} />
          <table className="lines">
            <thead>
              <tr>
                <th scope="col">{t("approvals.item")}</th>
                {(["decided", "law", "promised", "used", "shorter", "inTime"] as const).map((col) => (
                  <th scope="col" key={col} className="num" title={t(`desk_approvals.colWhy.${col}`)}>
                    {t(`desk_approvals.col.${col}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {compression.map((one) => (
                <Line key={one.item} one={one} name={nameOf(one, lang)} />
              ))}
            </tbody>
            <tfoot>
              <Line one={together} name={t("desk_approvals.all")} />
            </tfoot>
          </table>
        </>
      )}
      {not_compared > 0 && (
        <p className="note ab-lead">
          {t("desk_approvals.notCompared", {
            count: not_compared,
            why: not_compared_why
              .map(({ why, count }) => t(`desk_approvals.notComparedWhy.${why}`, { count }))
              .join(lang === "zh" ? "，" : ", "),
          })}
        </p>
      )}
    </section>
  );
}

function Line({ one, name }: { one: Compressed; name: string }) {
  return (
    <tr>
      <th scope="row" title={name}>
        {name}
      </th>
      <td className="num">{one.decided}</td>
      <td className="num">{daysOf(one.law_half_days)}</td>
      <td className="num">{daysOf(one.promised_half_days)}</td>
      <td className="num">{one.used_days}</td>
      <td className="num b">{one.shorter?.text ?? <span className="i3">—</span>}</td>
      <td className={one.in_time < one.decided ? "num amber" : "num"}>
        {one.in_time} / {one.decided}
      </td>
    </tr>
  );
}

function Sentence({ text }: { text: string }) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const wait = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(wait);
  }, [copied]);
  return (
    <div className="ab-says">
      <p>{text}</p>
      <button
        type="button"
        className="btn s"
        onClick={() => {
          void copyText(text).then(() => setCopied(true));
        }}
      >
        <Icon name={copied ? "check" : "copy"} size={12} />
        {copied ? t("act.copied") : t("desk_approvals.copy")}
      </button>
      <span className="hidden" role="status">
        {copied ? t("act.copied") : ""}
      </span>
    </div>
  );
}
