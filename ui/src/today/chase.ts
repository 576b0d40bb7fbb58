/** 催办: what is sent to whoever has something in hand, short enough to retype (practice §8.3). */
import { holderWord, nameOf } from "../approvals/words";
import type { TodayContact, TodayParty, TodayRow } from "../bindings/types";
import { short } from "../board/sentence";
import { LONGEST } from "../board/voice";
import { i18next, type Lang } from "../i18n";
import { briefDay } from "../lib/day";
import spoken from "./spoken.json";

/** Who is asked, and about which of its lines. */
export type Chased = Pick<TodayParty, "name" | "name_en" | "applicant" | "contact" | "count"> & {
  rows: Pick<TodayRow, "row">[];
};

/** Whose words they are, and of which day. */
export interface Chaser {
  today: string;
  person: string | null;
  /** The desk is a sample. */
  sample: boolean;
  lang: Lang;
}

/** A mobile number, one with its area code, or seven or eight digits alone; 2021-2025 is none. */
const PHONE =
  /(?<!\d)(?:(?:\+?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}|[(\uff08]?0\d{2,3}[)\uff09]?[\s-]?\d{7,8}|\d{7,8})(?!\d)/g;

/** What one is called by office at the end of a title; a deputy is spoken to as the head is. */
const CALLED = new RegExp(`(${spoken.titles.join("|")})$`);

const bare = (text: string) => text.replace(PHONE, "").trim();

/** 孟科长 of 孟庆山 审批科副科长; the whole name where no title says how one is spoken to. */
export function spokenTo({ name, title }: Pick<TodayContact, "name" | "title">): string | null {
  const said = bare(name ?? "");
  if (said === "") return null;
  const called = CALLED.exec(title?.trim() ?? "")?.[0];
  if (!called || !/^[\u4e00-\u9fff]{2,4}$/.test(said) || CALLED.test(said)) return said;
  const surname = spoken.surnames.find((one) => said.startsWith(one)) ?? said.slice(0, 1);
  return `${surname}${called}`;
}

function greeting({ contact, name, name_en, rows }: Chased, lang: Lang): string {
  const called = bare(contact?.name ?? "");
  // Where no enterprise is known the party goes by its project, and a project is not greeted.
  const nobody = rows.some(({ row }) => row.project_name === name);
  if ((!contact || called === "") && nobody) return i18next.t("today.chase.toNobody");
  if (!contact || called === "") return i18next.t("today.chase.toUnit", { name: holderWord(name, name_en, lang) });
  const said = lang === "zh" ? spokenTo(contact) : called;
  const key = said === called ? "toName" : "toPerson";
  return i18next.t(`today.chase.${key}`, { name: called, spoken: said ?? called });
}

type Row = Chased["rows"][number]["row"];

/** What is said of a line besides its project: lines of which the same is said are told together. */
const same = ({ name, due_on, days_left, days, unit }: Row) => JSON.stringify([name, due_on, days_left, days, unit]);

/** Which projects and item, when it was due, and how many days over or left. */
function told(projects: string, row: Row, applicant: boolean, { today, lang }: Chaser): string {
  const values = { project: projects, item: nameOf(row, lang) };
  const { due_on, days_left, days, unit } = row;
  if (applicant || due_on === null || days_left === null) {
    const waited = days === null ? "" : i18next.t(`stopEnd.days.${unit}`, { count: days });
    const key = applicant ? (waited ? "waits" : "waitsOnly") : waited ? "held" : "heldOnly";
    return i18next.t(`today.chase.${key}`, { ...values, days: waited });
  }
  const due = { ...values, day: briefDay(due_on, today, lang) };
  if (days_left === 0) return i18next.t("today.chase.today", due);
  return i18next.t(days_left < 0 ? "today.chase.over" : "today.chase.left", { ...due, count: Math.abs(days_left) });
}

function lines(rows: Row[], applicant: boolean, by: Chaser): string {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(same(row), [...(groups.get(same(row)) ?? []), row]);
  const parts = [...groups.values()].flatMap((group) => {
    const [first] = group;
    const projects = group.map((row) => row.project_name).join(i18next.t("board.say.enum"));
    return first ? [told(projects, first, applicant, by)] : [];
  });
  return parts.join(i18next.t("board.say.semicolon"));
}

/** As many of the lines as fit, the first first, and how many there are besides. */
export function chaseText(party: Chased, by: Chaser): string {
  const { today, person, sample, lang } = by;
  const day = briefDay(today, today, lang);
  const end = i18next.t(person ? "today.chase.by" : "today.chase.office", { person: bare(person ?? "") });
  const tell = (rows: Row[]) => {
    const rest = party.count - rows.length;
    const more = rest > 0 ? i18next.t("today.chase.more", { count: rest }) : "";
    return i18next.t(sample ? "today.chase.textOfSample" : "today.chase.text", {
      greeting: greeting(party, lang),
      lines: lines(rows, party.applicant, by) + more,
      end,
      day,
    });
  };
  const over = (text: string) => [...text].length - LONGEST[lang];
  const rows = party.rows.map(({ row }) => ({ ...row, project_name: bare(row.project_name) }));
  while (rows.length > 1 && over(tell(rows)) > 0) rows.pop();
  const [first] = rows;
  const much = over(tell(rows));
  if (!first || much <= 0) return tell(rows);
  // A name too long for one message is cut, never what is asked behind it.
  const name = short(first.project_name, Math.max(1, [...first.project_name].length - much));
  return short(tell([{ ...first, project_name: name }]), LONGEST[lang]);
}
