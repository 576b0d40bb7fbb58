/** What an office calls a role, put in place of the usual word wherever it is said (practice C39). */
import type { Role, RoleName } from "../bindings/types";
import type { Lang } from "../i18n";
import first from "../text/first.zh.json";
import { usualWords } from "../text/usual";

/** Where the word of a role stands. */
const PLACES = ["choice.role", "column", "columns", "palette.by"];

function usual(lang: Lang, key: string): string | null {
  const step = (at: unknown, name: string) => (at as Record<string, unknown> | null | undefined)?.[name];
  const found = key.split(".").reduce<unknown>(step, usualWords(lang));
  return typeof found === "string" ? found : null;
}

export const usualWord = (role: Role, lang: Lang): string => usual(lang, `choice.role.${role}`) ?? role;

/** Every place of every role with the word that is to stand there; none in a language that is not there yet. */
export function wordsOf(names: RoleName[], lang: Lang): [string, string][] {
  const roles = Object.keys(first.choice.role) as Role[];
  return roles.flatMap((role) => {
    const own = names.find((one) => one.role === role)?.name;
    return PLACES.flatMap((place): [string, string][] => {
      const word = usual(lang, `${place}.${role}`);
      return word === null ? [] : [[`${place}.${role}`, own ?? word]];
    });
  });
}
