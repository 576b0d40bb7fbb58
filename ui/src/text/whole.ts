/** All Chinese words: they come with the page. */
import { addWords } from "../i18n";
import { faults, zh } from "./zh";

addWords("zh", zh, faults);
