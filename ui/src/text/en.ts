/** The English words of the interface, as the Chinese ones. */
import approvalsEn from "./approvals.en.json";
import calendarEn from "./calendar.en.json";
import baseEn from "./en.json";
import fastEn from "./fast.en.json";
import figuresEn from "./figures.en.json";
import fileEn from "./file.en.json";
import firstEn from "./first.en.json";
import libraryEn from "./library.en.json";
import linesEn from "./lines.en.json";
import paletteEn from "./palette.en.json";
import pathEn from "./path.en.json";
import peopleEn from "./people.en.json";
import roundsEn from "./rounds.en.json";
import routesEn from "./routes.en.json";
import safetyEn from "./safety.en.json";
import sampleEn from "./sample.en.json";
import sheetEn from "./sheet.en.json";
import todayEn from "./today.en.json";
import trialEn from "./trial.en.json";
import waysEn from "./ways.en.json";
import yearsEn from "./years.en.json";

export const en = {
  ...firstEn,
  ...baseEn,
  ...approvalsEn,
  ...calendarEn,
  ...fastEn,
  ...figuresEn,
  ...fileEn,
  ...libraryEn,
  ...linesEn,
  ...paletteEn,
  ...pathEn,
  ...peopleEn,
  ...roundsEn,
  ...routesEn,
  ...safetyEn,
  ...sampleEn,
  ...sheetEn,
  ...todayEn,
  ...trialEn,
  ...waysEn,
  ...yearsEn,
};

export { default as faults } from "./faults.en.json";
