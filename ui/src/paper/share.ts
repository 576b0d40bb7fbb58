/** What is sent by phone: a text short enough to retype, and the rows of a picture (practice §8.3). */
import type { WechatLine } from "../bindings/types";
import { amounts } from "../board/amount";
import { short } from "../board/sentence";
import { i18next, type Lang } from "../i18n";
import { wordDay } from "../lib/day";

/** Longest text, in characters. */
export const MOST = 120;
/** Issues and progress are told in so many characters at most. */
const WORDS = 28;

const months = (month: number, lang: Lang) =>
  lang === "en" ? `1–${month}` : i18next.t(month === 1 ? "board.say.january" : "board.say.months", { month });

function money(yuan: number): string {
  const found = amounts([yuan]);
  return i18next.t(`board.say.${found.unit}`, { amount: found.texts[0] ?? "" });
}

/** One project in one sentence; what does not fit is left out from the end. */
function one({ line, month }: WechatLine, today: string, lang: Lang): string {
  const parts: string[] = [];
  if (line.image) parts.push(i18next.t("paper.image", { text: short(line.image, WORDS) }));
  if (month !== null && line.done !== null) {
    const values = { months: months(month, lang), done: money(line.done), rate: line.rate?.text ?? "" };
    parts.push(i18next.t(line.rate ? "paper.done" : "paper.doneOnly", values));
  }
  if (line.issue) parts.push(i18next.t("paper.issue", { text: short(line.issue, WORDS) }));
  const where = line.region ? i18next.t("paper.where", { region: line.region }) : "";
  const day = wordDay(line.as_of ?? today, lang);
  const tell = (rest: string[]) => i18next.t("paper.one", { name: line.name, where, rest: rest.join(""), day });
  while (parts.length > 0 && [...tell(parts)].length > MOST) parts.pop();
  return short(tell(parts), MOST);
}

/** As many names as fit. */
function many(lines: WechatLine[], today: string, lang: Lang): string {
  const day = wordDay(today, lang);
  const tell = (n: number) => {
    const names = lines.slice(0, n).map(({ line }) => line.name);
    const key = n < lines.length ? "paper.manyMore" : "paper.many";
    return i18next.t(key, { n: lines.length, names: names.join(i18next.t("board.say.enum")), day });
  };
  let n = lines.length;
  while (n > 1 && [...tell(n)].length > MOST) n -= 1;
  return short(tell(n), MOST);
}

export function shareText(lines: WechatLine[], today: string, lang: Lang): string {
  const [first] = lines;
  if (!first) return "";
  return lines.length === 1 ? one(first, today, lang) : many(lines, today, lang);
}

export function shareRows(lines: WechatLine[]): { heads: string[]; rows: string[][] } {
  const heads = [
    i18next.t("board.col.name"),
    i18next.t("board.col.county"),
    i18next.t("board.col.done"),
    `${i18next.t("board.col.rate")} %`,
    i18next.t("board.col.image"),
    i18next.t("board.col.issue"),
    i18next.t("column.leader"),
    i18next.t("sheetField.contact"),
  ];
  const rows = lines.map(({ line, leader, contact, phone }) => [
    line.name,
    line.region ?? "",
    line.done === null ? "" : money(line.done),
    line.rate?.text ?? "",
    line.image ?? "",
    line.issue ?? "",
    leader ?? "",
    [contact, phone].filter(Boolean).join(" "),
  ]);
  return { heads, rows };
}
