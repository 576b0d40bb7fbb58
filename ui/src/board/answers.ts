/** The answers as sentences: what stands on the page is what is copied. */
import type { Board, Gap, LeaderCard, TypedIn, WhyNot } from "../bindings/types";
import { showThousandths } from "../lib/money";
import { unitWord, yuanOf } from "../lib/units";
import { amounts } from "./amount";
import { tasksAnswer, tasksByLeader } from "./said";
import { opens, type Piece, plain, type Values } from "./sentence";
import { type Answer, type Key, LONGEST, PARTS, Voice } from "./voice";
import { whyAnswer } from "./why";

const NAMED = 5;

/** Speaks the answers in one language. */
export class Speaker extends Voice {
  starts(board: Board): Answer {
    const s = board.starts;
    const basis: Key = "basisStarts";
    if (s.total.n === 0) return this.answer(this.say("noProjects"), board.as_of, basis, true);
    const pieces = this.say("starts", { opened: opens(s.opened), total: opens(s.total), rate: s.rate?.text ?? "" });
    const kinds: Piece[][] = [];
    if (s.fresh.n > 0) kinds.push(this.say("fresh", { fresh: opens(s.fresh) }));
    if (s.resumed.n > 0) kinds.push(this.say("resumed", { resumed: opens(s.resumed) }));
    if (kinds.length > 0) pieces.push(...this.say("ofThem"), ...this.list(kinds, "enum"));
    pieces.push(...this.say(s.week.n === 0 ? "weekNone" : "week", { week: opens(s.week) }));
    if (s.opened.n === s.total.n) return this.answer([...pieces, ...this.say("allOpened")], board.as_of, basis);
    if (s.not_opened.n > 0) pieces.push(...this.notOpened(board, plain(pieces).length + this.tail(board.as_of, basis)));
    pieces.push(this.speech.say("stop"));
    return this.answer(pieces, board.as_of, basis);
  }

  /** Who has not started: as many names as a text for a phone has room for, at least one. */
  private notOpened(board: Board, taken: number): Piece[] {
    const s = board.starts;
    const told = (names: number): Piece[] => {
      const who = s.who.slice(0, names).map((p) => p.name);
      const key: Key = s.not_opened.n > names ? "notOpenedMore" : "notOpened";
      return this.say(key, { n: opens(s.not_opened), who: who.join(this.speech.say("enum")) });
    };
    let names = NAMED;
    while (names > 1 && taken + plain(told(names)).length > LONGEST[this.lang]) names -= 1;
    return told(names);
  }

  /** The second sentence of question 1: the others, the plan, and the half-year. What is none is not said. */
  planned(board: Board): Piece[] {
    const s = board.starts;
    const told: Piece[][] = [];
    const tell = (key: Key, count: typeof s.late) => count.n > 0 && told.push(this.say(key, { n: opens(count) }));
    tell("awaiting", s.awaiting);
    tell("goingOn", s.going_on);
    tell("due", s.planned);
    tell("late", s.late);
    tell("early", s.early);
    if (s.half.n > 0) {
      const key: Key = s.half_year === 1 ? "halfFirst" : "halfSecond";
      const fresh: Key = s.half_fresh.n === s.half.n ? "halfAllFresh" : "halfFresh";
      const half = this.say(key, { n: opens(s.half) });
      told.push(s.half_fresh.n > 0 ? [...half, ...this.say(fresh, { n: opens(s.half_fresh) })] : half);
    }
    return told.length === 0 ? [] : [...this.list(told, "semicolon"), ...this.say("stop")];
  }

  invested(board: Board): Answer {
    const i = board.invested;
    if (i.month === null) return this.answer(this.say("noReports"), board.as_of, "basisMoney", true);
    const money = this.money([i.done, i.plan]);
    const about = (yes: boolean, text: string) => (yes ? this.text("about", { text }) : text);
    const done: Piece = { text: about(i.about, money(0)), rows: i.reported };
    const pieces = this.say(i.plan > 0 ? "money" : "moneyNoPlan", {
      months: this.months(i.month),
      done,
      plan: about(i.plan_about, money(1)),
      rate: i.rate?.text ?? "",
    });
    if (i.points && i.plan > 0) {
      const side: Key = i.points.side > 0 ? "above" : i.points.side < 0 ? "below" : "level";
      const schedule = i.schedule?.text ?? "";
      pieces.push(...this.say(side, { points: i.points.text, schedule }));
    }
    if (i.unreported.n > 0) pieces.push(...this.say("unreported", { n: opens(i.unreported) }));
    if (i.behind.n > 0) pieces.push(...this.say("behind", { n: opens(i.behind) }));
    pieces.push(this.speech.say("stop"));
    return this.answer(pieces, i.as_of ?? board.as_of, "basisMoney");
  }

  /** 其中: plan and done of new and continued projects, with 尾差 said where it shows. */
  parts(board: Board): Piece[] {
    const i = board.invested;
    if (i.parts.length < 2) return [];
    const yuan = [i.plan, ...i.parts.map((p) => p.plan)];
    const found = amounts(yuan);
    const told = i.parts.map((p, at) =>
      this.say(p.carried === "new" ? "partNew" : p.carried === "continued" ? "partOld" : "partOther", {
        n: p.count,
        plan: this.text(found.unit, { amount: found.texts[at + 1] ?? "" }),
      }),
    );
    const whole = this.text(found.unit, { amount: found.texts[0] ?? "" });
    const pieces = [...this.say("parts", { plan: whole }), ...this.list(told)];
    const tail = found.tail(
      0,
      i.parts.map((_, at) => at + 1),
    );
    return [...pieces, ...this.say(tail ? "tail" : "stop")];
  }

  statistics(board: Board): Answer {
    const s = board.statistics;
    if (s.due.n === 0) {
      const key: Key = s.unknown.n > 0 ? "noStatistics" : "noDue";
      return this.answer(this.say(key), s.as_of, "basisStatistics", true);
    }
    const values = { due: opens(s.due), entered: opens(s.entered), rate: s.rate?.text ?? "", n: opens(s.missing) };
    const pieces = this.say("statistics", values);
    if (s.missing.n > 0) {
      const what = s.lacking.slice(0, PARTS).map((l) => {
        const named = l.what ?? this.speech.say("noTopic");
        return this.say("topic", { topic: named, n: l.count });
      });
      pieces.push(...this.say("missing", values), ...this.list(what));
    }
    if (s.unknown.n > 0) pieces.push(...this.say("statisticsUnknown", { n: opens(s.unknown) }));
    pieces.push(this.speech.say("stop"));
    return this.answer(pieces, s.as_of, "basisStatistics");
  }

  yearly(board: Board): Answer {
    const y = board.yearly;
    const last: Key = y.opened_last > 0 ? "yearlyStarts" : "yearlyStartsOnly";
    const counts = this.say(last, { opened: y.opened, last: y.opened_last });
    if (y.month === null || y.change === null) {
      const words = [...this.say("noLastYear"), ...(y.opened + y.opened_last > 0 ? counts : [])];
      return this.answer(words, board.as_of, "basisMoney", true);
    }
    const money = this.money([y.this, y.same, y.last]);
    const side: Key = y.same > y.last ? "up" : y.same < y.last ? "down" : "same";
    const pieces = this.say(side, {
      months: this.months(y.month),
      now: money(0),
      same: money(1),
      last: money(2),
      change: y.change.text.replace("-", ""),
      base: opens(y.base),
      reported: opens(y.reported),
    });
    return this.answer([...pieces, ...counts], board.invested.as_of ?? board.as_of, "basisMoney");
  }

  places(board: Board): Answer {
    const found = board.typed.filter((t) => t.figure.kind === "place" || t.figure.kind === "goal");
    if (found.length === 0) return this.answer(this.say("noPlaces"), board.as_of, "basisTyped", true);
    const told = found.map((t) => this.typed(t));
    if (!found.some((t) => t.figure.kind === "place")) told.push(this.say("placeMissing"));
    const pieces = [...this.list(told, "semicolon"), this.speech.say("stop")];
    return this.answer(pieces, found[0]?.figure.as_of ?? board.as_of, "basisTyped");
  }

  /** One typed-in figure with its source and day. */
  typed({ figure: f, reach }: TypedIn): Piece[] {
    const value = this.quantity(f.value ?? 0, f.unit);
    const shown = f.about ? this.text("nearly", { text: value }) : value;
    const values = {
      name: f.name,
      value: shown,
      place: showThousandths(f.value),
      of: f.out_of ?? "",
      source: f.source,
      on: this.day(f.as_of),
    };
    if (f.kind === "place")
      return this.say(f.out_of === null ? "place" : "placeOf", { ...values, of: String(values.of) });
    if (f.kind === "goal" && reach !== null) {
      const key: Key = reach === "met" ? "goalMet" : reach === "nearly" ? "goalNearly" : "goalShort";
      return this.say(key, { ...values, of: "", target: this.quantity(f.target ?? 0, f.unit) });
    }
    return this.say("figure", { ...values, of: "" });
  }

  private quantity(thousandths: number, unit: string | null): string {
    const { lang } = this.speech;
    const yuan = lang === "en" ? yuanOf(unit) : null;
    if (yuan !== null) return this.money([(thousandths * yuan) / 1000])(0);
    return this.text("quantity", { n: showThousandths(thousandths), unit: unitWord(unit, lang) }).trim();
  }

  stuck(board: Board): Answer {
    const s = board.stuck;
    if (s.items === 0) return this.answer(this.say("noStuck"), board.as_of, "basisHeld", true);
    const told = s.first.map((h) => {
      const name = (this.speech.lang === "zh" ? h.name : h.name_en) ?? this.speech.say("applicant");
      const key: Key = h.longest?.days === null || h.longest === null ? "holder" : "holderDays";
      return this.say(key, { name, n: { text: String(h.items), rows: h.projects }, days: h.longest?.days ?? "" });
    });
    const pieces = [...this.say("stuck", { items: s.items }), ...this.list(told), this.speech.say("stop")];
    return this.answer(pieces, board.as_of, "basisHeld");
  }

  why(why: WhyNot): Answer {
    return whyAnswer(this, why);
  }

  leader(card: LeaderCard): Answer {
    const { starts: s, invested: i } = card;
    const values = {
      leader: card.leader,
      role: this.speech.role,
      total: s.total.n,
      opened: s.opened.n,
      rate: s.rate?.text ?? "",
      issues: card.lines.filter((l) => l.issue).length,
    };
    if (s.total.n === 0) return this.answer(this.say("leaderNone", values), card.as_of, "basisStarts", true);
    const pieces = this.say("leader", values);
    if (i.month !== null) {
      const money = this.money([i.done, i.plan]);
      const key: Key = i.plan > 0 ? "leaderMoney" : "leaderDone";
      pieces.push(
        ...this.say(key, { months: this.months(i.month), done: money(0), plan: money(1), rate: i.rate?.text ?? "" }),
      );
    }
    pieces.push(...this.say(values.issues > 0 ? "leaderIssues" : "stop", { n: values.issues }));
    return this.answer(pieces, i.as_of ?? card.as_of, "basisMoney");
  }

  tasks(board: Board): Answer {
    return tasksAnswer(this, board);
  }

  /** The second sentence of question 9: of several leaders, what became of what each said. */
  byLeader(board: Board, order: readonly string[]): Piece[] {
    return tasksByLeader(this, board, order);
  }

  gaps(board: Board): Answer {
    const quotas = board.typed.filter((t) => t.figure.kind === "quota");
    const lacking = board.gaps.filter((g) => g.gap > 0);
    const told = lacking.slice(0, 4).map((g) => this.gap(g));
    const left = quotas.map((t) => this.typed(t));
    if (board.gaps.length === 0 && left.length === 0) {
      return this.answer(this.say("noGaps"), board.gaps_as_of, "basisGaps", true);
    }
    if (told.length === 0 && board.gaps.length > 0) told.push(this.say("gapsMet", { n: board.gaps.length }));
    const pieces = [...this.list([...told, ...left], "semicolon"), this.speech.say("stop")];
    return this.answer(pieces, board.gaps_as_of, "basisGaps");
  }

  private gap(g: Gap): Piece[] {
    const values: Values = {
      element: this.speech.element(g.element),
      required: this.quantity(g.required, g.unit),
      delivered: this.quantity(g.delivered, g.unit),
      gap: { text: this.quantity(g.gap, g.unit), rows: g.projects },
      where: g.by[0]?.region ?? "",
    };
    const none = g.delivered === 0;
    if (values.where === "") return this.say(none ? "gapNone" : "gap", values);
    return this.say(none ? "gapNoneWhere" : "gapWhere", values);
  }

  ratings(board: Board): Answer {
    const c = board.contentment;
    const surveys = board.typed.filter((t) => t.figure.kind === "satisfaction").map((t) => this.typed(t));
    const told: Piece[][] = [];
    if (c.rate) {
      const key: Key = c.fairly > 0 ? "ratings" : "ratingsOnly";
      const one = this.say(key, { rated: c.rated, rate: c.rate.text, fairly: c.fairly });
      const topics = c.topics.map((topic) =>
        this.say("topic", {
          topic: topic.topic === null ? this.speech.say("noTopic") : this.speech.element(topic.topic),
          n: topic.count,
        }),
      );
      const rest =
        c.unsatisfied === 0
          ? this.say("noneUnhappy")
          : [...this.say("unhappy", { n: c.unsatisfied }), ...this.list(topics)];
      told.push([...one, ...rest]);
    }
    told.push(...surveys);
    if (told.length === 0) return this.answer(this.say("noRatings"), board.as_of, "basisRatings", true);
    return this.answer(
      [...this.list(told, "semicolon"), this.speech.say("stop")],
      c.last ?? board.as_of,
      "basisRatings",
    );
  }
}
