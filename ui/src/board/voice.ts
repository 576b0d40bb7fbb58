/** How an answer is put together: sentences of the text files with figures in them, in one language. */
import type { ItemKind, Letter, State } from "../bindings/types";
import type { Lang } from "../i18n";
import { monthName, wordDay } from "../lib/day";
import type zh from "../text/figures.zh.json";
import { amounts } from "./amount";
import { fill, manyOf, type Piece, plain, type Values } from "./sentence";

export type Key = keyof typeof zh.board.say;

export interface Speech {
  lang: Lang;
  /** The sentence of a key, with its holes, for so many. */
  say: (key: Key, count?: number) => string;
  /** What the office calls a leader in charge. */
  role: string;
  element: (category: string | null) => string;
  letter: (letter: Letter) => string;
  /** The word of an approval's state, which follows the kind of item. */
  state: (one: { kind: ItemKind; state: State }) => string;
}

export interface Answer {
  pieces: Piece[];
  /** Nothing is recorded that could answer. */
  none: boolean;
  /** What the figures are of: 调度数 … */
  basis: string;
  as_of: string;
}

/** Most names and parts that one sentence tells. */
export const PARTS = 3;

/** The longest text that is sent by phone (practice §8.3); English takes more letters for the same words. */
export const LONGEST: Record<Lang, number> = { zh: 120, en: 300 };

export class Voice {
  constructor(protected readonly speech: Speech) {}

  get lang(): Lang {
    return this.speech.lang;
  }

  say(key: Key, values: Values = {}): Piece[] {
    return fill(this.speech.say(key, manyOf(values)), values);
  }

  text(key: Key, values: Values = {}): string {
    return plain(this.say(key, values));
  }

  list(parts: Piece[][], between: Key = "comma"): Piece[] {
    return parts.flatMap((part, at) => (at === 0 ? part : [this.speech.say(between), ...part]));
  }

  /** The first parts of a list, and that there are more. */
  first(parts: Piece[][], most = PARTS): Piece[] {
    const told = this.list(parts.slice(0, most));
    return parts.length > most ? [...told, ...this.say("andMore")] : told;
  }

  letters(letters: readonly Letter[]): string {
    return letters.map((letter) => this.speech.letter(letter)).join(this.speech.say("comma"));
  }

  state(one: { kind: ItemKind; state: State }): string {
    return this.speech.state(one);
  }

  day(day: string): string {
    return wordDay(day, this.lang);
  }

  months(month: number): string {
    if (this.lang === "zh") return month === 1 ? this.text("january") : this.text("months", { month });
    const name = (n: number) => monthName(`2000-${String(n).padStart(2, "0")}`, "en");
    return month === 1 ? name(1) : `${name(1)}–${name(month)}`;
  }

  money(yuan: number[]): (at: number) => string {
    const found = amounts(yuan);
    return (at) => this.text(found.unit, { amount: found.texts[at] ?? "" });
  }

  answer(pieces: Piece[], as_of: string, basis: Key, none = false): Answer {
    return { pieces, none, as_of, basis: this.speech.say(basis) };
  }

  /** What is sent with a sentence: as of when, and by which figures. */
  tail(as_of: string, basis: Key): number {
    return this.day(as_of).length + this.speech.say(basis).length + 6;
  }
}
