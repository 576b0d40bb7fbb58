/** The Chinese words of the interface, a file a room, joined under their top-level keys; faults stand apart. */
import approvalsZh from "./approvals.zh.json";
import calendarZh from "./calendar.zh.json";
import fastZh from "./fast.zh.json";
import figuresZh from "./figures.zh.json";
import fileZh from "./file.zh.json";
import firstZh from "./first.zh.json";
import libraryZh from "./library.zh.json";
import linesZh from "./lines.zh.json";
import paletteZh from "./palette.zh.json";
import pathZh from "./path.zh.json";
import peopleZh from "./people.zh.json";
import roundsZh from "./rounds.zh.json";
import routesZh from "./routes.zh.json";
import safetyZh from "./safety.zh.json";
import sampleZh from "./sample.zh.json";
import sheetZh from "./sheet.zh.json";
import todayZh from "./today.zh.json";
import trialZh from "./trial.zh.json";
import waysZh from "./ways.zh.json";
import yearsZh from "./years.zh.json";
import baseZh from "./zh.json";

export const zh = {
  ...firstZh,
  ...baseZh,
  ...approvalsZh,
  ...calendarZh,
  ...fastZh,
  ...figuresZh,
  ...fileZh,
  ...libraryZh,
  ...linesZh,
  ...paletteZh,
  ...pathZh,
  ...peopleZh,
  ...roundsZh,
  ...routesZh,
  ...safetyZh,
  ...sampleZh,
  ...sheetZh,
  ...todayZh,
  ...trialZh,
  ...waysZh,
  ...yearsZh,
};

export { default as faults } from "./faults.zh.json";
