/** Question 9, 上次我说的那事办了没: what each leader said and how, who does it, and what shows that it is done. */
import type { Board, Task } from "../bindings/types";
import { briefDay, parts } from "../lib/day";
import { type Piece, plain } from "./sentence";
import { sourceOf, sourceWord } from "./source";
import { type Answer, type Key, LONGEST, PARTS, type Voice } from "./voice";

export function tasksAnswer(voice: Voice, board: Board): Answer {
  const found = board.tasks;
  if (found.total === 0) return voice.answer(voice.say("noTasks"), board.as_of, "basisTasks", true);
  const head = [...voice.say("tasks", { total: found.total }), ...states(voice, board)];
  const end = [...lastDone(voice, found.list), ...voice.say("stop")];
  const open = found.list.filter((task) => task.state !== "done");
  const told = (most: number): Piece[] => {
    if (open.length === 0) return [...head, ...end];
    const said = open.slice(0, most).map((task) => one(voice, task, board.as_of));
    const more = open.length > most ? voice.say("andMore") : [];
    return [...head, ...voice.say("colon"), ...voice.list(said, "semicolon"), ...more, ...end];
  };
  // As many as a text for a phone has room for, at least one.
  let most = PARTS;
  const room = LONGEST[voice.lang] - voice.tail(board.as_of, "basisTasks");
  while (most > 1 && plain(told(most)).length > room) most -= 1;
  return voice.answer(told(most), board.as_of, "basisTasks");
}

function states(voice: Voice, { tasks }: Board): Piece[] {
  const counts: [Key, number][] = [
    ["tasksDone", tasks.done],
    ["tasksOpen", tasks.total - tasks.done - tasks.overdue],
    ["tasksOverdue", tasks.overdue],
  ];
  return counts.flatMap(([key, n]) => (n > 0 ? voice.say(key, { n }) : []));
}

/** 沈国栋3月10日批示“…”（供电公司办，2022年3月25日前，正在协调）. */
function one(voice: Voice, task: Task, as_of: string): Piece[] {
  const details: Piece[][] = [
    task.handler === null ? voice.say("taskNobody") : voice.say("taskHandler", { handler: task.handler }),
  ];
  if (task.due !== null) {
    const due = voice.day(task.due);
    details.push(voice.say(parts(task.due).by ? "taskDueBy" : "taskDue", { due }));
  }
  if (task.evidence !== null) details.push([task.evidence]);
  const values = { said: plain(by(voice, task, as_of)), details: plain(voice.list(details)) };
  return voice.say("task", values);
}

/** Who said it, when and how, and what; of what nobody is known to have said only what. */
function by(voice: Voice, task: Task, as_of: string): Piece[] {
  if (task.leader === null) return [task.content];
  const on = task.said_on === null ? "" : voice.text("saidOn", { on: briefDay(task.said_on, as_of, voice.lang) });
  const usual = sourceOf(task.source);
  const how = usual
    ? voice.text(`said_${usual}`)
    : voice.text(task.source === null ? "saidPlain" : "saidOther", { source: sourceWord(task.source, voice.lang) });
  return voice.say("taskBy", { leader: task.leader, on, how, what: task.content });
}

function lastDone(voice: Voice, list: readonly Task[]): Piece[] {
  const done = list.filter((task) => task.state === "done");
  const last = done.reduce<Task | null>(
    (best, task) => ((task.closed_on ?? "") > (best?.closed_on ?? "") ? task : best),
    null,
  );
  if (!last) return [];
  return voice.say(last.evidence === null ? "taskDone" : "taskDoneWith", {
    what: last.content,
    evidence: last.evidence ?? "",
  });
}

/** Of several leaders, how many each said and how many of these are late, in official order (practice C40). */
export function tasksByLeader(voice: Voice, board: Board, order: readonly string[]): Piece[] {
  const by = new Map<string, Task[]>();
  for (const task of board.tasks.list) {
    if (task.leader !== null) by.set(task.leader, [...(by.get(task.leader) ?? []), task]);
  }
  if (by.size < 2) return [];
  const place = (leader: string) => (order.includes(leader) ? order.indexOf(leader) : order.length);
  const told = [...by]
    .sort(([a], [b]) => place(a) - place(b))
    .map(([leader, tasks]) => {
      const late = tasks.filter((task) => task.state === "overdue").length;
      const done = tasks.filter((task) => task.state === "done").length;
      const details: Piece[][] = [];
      if (done > 0) details.push(voice.say("leaderDoneTasks", { n: done }));
      if (late > 0) details.push(voice.say("leaderLateTasks", { n: late }));
      const key: Key = details.length === 0 ? "leaderTasks" : "leaderTasksOf";
      return voice.say(key, { leader, n: tasks.length, details: plain(voice.list(details)) });
    });
  return [...voice.say("byLeader"), ...voice.list(told, "semicolon"), ...voice.say("stop")];
}
