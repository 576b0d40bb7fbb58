/** What is sent by phone: a text short enough to retype, and the rows of a picture (practice §8.3). */
import type { Sent, WechatLine } from "../bindings/types";
import { amounts } from "../board/amount";
import { short } from "../board/sentence";
import { LONGEST } from "../board/voice";
import { i18next, type Lang } from "../i18n";
import { wordDay } from "../lib/day";

/** What is said of the rows beside what stands in them. */
export interface About {
  /** What a figure of the board counted: 未开工. */
  what?: string | undefined;
  /** Of which county, leader, chain or list. */
  where?: string | undefined;
  /** 口径 of the figure. */
  basis?: string | undefined;
  /** The desk is a sample. */
  sample: boolean;
}

/** Issues and progress are told in so many characters at most. */
const WORDS = 28;

const long = (text: string) => [...text].length;

const months = (month: number, lang: Lang) =>
  lang === "en" ? `1–${month}` : i18next.t(month === 1 ? "board.say.january" : "board.say.months", { month });

function money(yuan: number): string {
  const found = amounts([yuan]);
  return i18next.t(`board.say.${found.unit}`, { amount: found.texts[0] ?? "" });
}

const marks = (parts: (string | undefined)[], between: "comma" | "semicolon") =>
  parts.filter(Boolean).join(i18next.t(`board.say.${between}`));

/** What stands behind the day: by which figures, and that they are a sample's. */
function told(basis: string | undefined, sample: boolean): string {
  const words = marks([basis, sample ? i18next.t("paper.sample") : undefined], "comma");
  return words && `${i18next.t("board.say.comma")}${words}`;
}

const where = (text: string | null | undefined) => (text ? i18next.t("paper.where", { region: text }) : "");

/** One project in one sentence; what does not fit is left out from the end. */
function one({ line, month }: WechatLine, as_of: string, { sample }: About, lang: Lang): string {
  const parts: string[] = [];
  if (line.image) parts.push(i18next.t("paper.image", { text: short(line.image, WORDS) }));
  if (month !== null && line.done !== null) {
    const values = { months: months(month, lang), done: money(line.done), rate: line.rate?.text ?? "" };
    parts.push(i18next.t(line.rate ? "paper.done" : "paper.doneOnly", values));
  }
  if (line.issue) parts.push(i18next.t("paper.issue", { text: short(line.issue, WORDS) }));
  const day = wordDay(line.as_of ?? as_of, lang);
  const values = { where: where(line.region), day, told: told(i18next.t("board.say.basisMoney"), sample) };
  const tell = (name: string, rest: string[]) => i18next.t("paper.one", { ...values, name, rest: rest.join("") });
  while (parts.length > 0 && long(tell(line.name, parts)) > LONGEST[lang]) parts.pop();
  return fitted(line.name, (name) => tell(name, parts), lang);
}

/** As many names as fit; how many there are is said whole. */
function many({ lines, total, as_of }: Sent, about: About, lang: Lang): string {
  const values = {
    count: total,
    what: about.what ?? "",
    where: where(about.where),
    day: wordDay(as_of, lang),
    told: told(about.basis, about.sample),
  };
  const tell = (names: string[]) => {
    const all = names.length === total;
    const key = about.what ? (all ? "counted" : "countedMore") : all ? "many" : "manyMore";
    return i18next.t(`paper.${key}`, { ...values, names: names.join(i18next.t("board.say.enum")) });
  };
  const names = lines.map(({ line }) => line.name);
  while (names.length > 1 && long(tell(names)) > LONGEST[lang]) names.pop();
  const [first = "", ...others] = names;
  return fitted(first, (name) => tell([name, ...others]), lang);
}

/** A name too long for one message is cut, never the day behind it. */
function fitted(name: string, tell: (name: string) => string, lang: Lang): string {
  const over = long(tell(name)) - LONGEST[lang];
  return over > 0 ? tell(short(name, Math.max(1, long(name) - over))) : tell(name);
}

export function shareText(sent: Sent, about: About, lang: Lang): string {
  const [first] = sent.lines;
  if (!first) return "";
  return sent.total === 1 && !about.what ? one(first, sent.as_of, about, lang) : many(sent, about, lang);
}

/** What stands above the picture's table: its name and day; below them what it leaves out, and by which figures. */
export function shareHead(sent: Sent, about: About, lang: Lang): { title: string; under: string } {
  const day = wordDay(sent.as_of, lang);
  const of = about.where ? `${about.where}${i18next.t("board.say.comma")}` : "";
  const values = { count: sent.total, what: about.what ?? "", of, day };
  const basis = i18next.t(about.basis ? "paper.basisOf" : "paper.basis", { basis: about.basis ?? "" });
  const cut = sent.lines.length < sent.total;
  const under = [
    cut ? i18next.t("paper.firstOf", { shown: sent.lines.length, all: sent.total }) : undefined,
    basis,
    about.sample ? i18next.t("paper.sample") : undefined,
  ];
  return {
    title: i18next.t(about.what ? "paper.countedTitle" : "paper.tableTitle", values),
    under: marks(under, "semicolon"),
  };
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
