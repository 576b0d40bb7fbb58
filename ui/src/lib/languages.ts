/** The languages the interface can be shown in, each by its own name whichever is shown. */
import type { Lang } from "../i18n";

export const LANGUAGES: { value: Lang; text: string }[] = [
  { value: "zh", text: "简体中文" },
  { value: "en", text: "English" },
];
