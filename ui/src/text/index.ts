/** The words of the interface, a file a room, joined under their top-level keys; faults stand apart. */

import calendarEn from "./calendar.en.json";
import calendarZh from "./calendar.zh.json";
import baseEn from "./en.json";
import figuresEn from "./figures.en.json";
import figuresZh from "./figures.zh.json";
import fileEn from "./file.en.json";
import fileZh from "./file.zh.json";
import gridEn from "./grid.en.json";
import gridZh from "./grid.zh.json";
import paletteEn from "./palette.en.json";
import paletteZh from "./palette.zh.json";
import pathEn from "./path.en.json";
import pathZh from "./path.zh.json";
import peopleEn from "./people.en.json";
import peopleZh from "./people.zh.json";
import roundsEn from "./rounds.en.json";
import roundsZh from "./rounds.zh.json";
import safetyEn from "./safety.en.json";
import safetyZh from "./safety.zh.json";
import sampleEn from "./sample.en.json";
import sampleZh from "./sample.zh.json";
import yearsEn from "./years.en.json";
import yearsZh from "./years.zh.json";
import baseZh from "./zh.json";

export const zh = {
  ...baseZh,
  ...calendarZh,
  ...figuresZh,
  ...fileZh,
  ...gridZh,
  ...paletteZh,
  ...pathZh,
  ...peopleZh,
  ...roundsZh,
  ...safetyZh,
  ...sampleZh,
  ...yearsZh,
};

export const en = {
  ...baseEn,
  ...calendarEn,
  ...figuresEn,
  ...fileEn,
  ...gridEn,
  ...paletteEn,
  ...pathEn,
  ...peopleEn,
  ...roundsEn,
  ...safetyEn,
  ...sampleEn,
  ...yearsEn,
};
