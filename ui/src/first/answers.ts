/** What the window answers before the page asks: the questions of `questions.json`, with the page itself. */
import type { Commands } from "../bindings/commands";

export interface Answer<N extends keyof Commands = keyof Commands> {
  name: N;
  input: Commands[N]["input"];
  value: Commands[N]["output"];
}

/** None in browser mode, and where the desk is not open soon. */
export const answers: readonly Answer[] = JSON.parse(document.getElementById("answers")?.textContent ?? "[]");

export function answerOf<N extends keyof Commands>(name: N): Commands[N]["output"] | undefined {
  return (answers.find((answer) => answer.name === name) as Answer<N> | undefined)?.value;
}
