/** Words as they come with the program, whatever an office calls them. Chinese is there at once, English once it is fetched. */
import { zh } from "./zh";

const words: { zh: object; en: object | null } = { zh, en: null };

export const usualWords = (lang: keyof typeof words): object | null => words[lang];

export async function fetchEnglish() {
  const english = await import("./en");
  words.en = english.en;
  return english;
}
