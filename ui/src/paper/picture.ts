/** A table drawn as a picture for a phone: plain, with office and date across it. */

export interface Table {
  title: string;
  /** What must be known of the rows, below the title. */
  under: string;
  heads: string[];
  rows: string[][];
  /** Parts of the width. */
  widths: number[];
  watermark: string;
  foot: string;
}

const WIDTH = 1080;
const PAD = 24;
const LINE = 26;
const FONT = "18px 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
const BOLD = `bold ${FONT}`;
/** Ink of paper, not of the screen's theme: the picture is seen elsewhere. */
const INK = "#1b2029";
const QUIET = "#5f6876";
const RULE = "#cbd1d9";
const GROUND = "#f3f5f7";

export async function draw(table: Table): Promise<Blob> {
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  if (!pen) throw new Error("no canvas");
  pen.font = FONT;
  const whole = table.widths.reduce((a, b) => a + b, 0);
  const widths = table.widths.map((w) => ((WIDTH - PAD * 2) * w) / whole);
  const cells = [table.heads, ...table.rows].map((row) =>
    row.map((text, at) => wrap(pen, text, (widths[at] ?? 80) - 12)),
  );
  const heights = cells.map((row) => Math.max(...row.map((lines) => lines.length)) * LINE + 12);
  const under = wrap(pen, table.under, WIDTH - PAD * 2);
  const top = 68 + under.length * LINE;
  canvas.width = WIDTH;
  canvas.height = top + heights.reduce((a, b) => a + b, 0) + 48;
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  stamp(pen, canvas, table.watermark);
  pen.fillStyle = INK;
  pen.font = "bold 24px 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
  pen.textBaseline = "top";
  pen.fillText(table.title, PAD, 24, WIDTH - PAD * 2);
  pen.fillStyle = QUIET;
  pen.font = FONT;
  under.forEach((line, of) => {
    pen.fillText(line, PAD, 60 + of * LINE);
  });
  let y = top;
  cells.forEach((row, n) => {
    const height = heights[n] ?? LINE;
    if (n === 0) {
      pen.globalAlpha = 0.7;
      pen.fillStyle = GROUND;
      pen.fillRect(PAD, y, WIDTH - PAD * 2, height);
      pen.globalAlpha = 1;
    }
    let x = PAD;
    row.forEach((lines, at) => {
      pen.strokeStyle = RULE;
      pen.strokeRect(x + 0.5, y + 0.5, widths[at] ?? 80, height);
      pen.fillStyle = INK;
      pen.font = n === 0 ? BOLD : FONT;
      lines.forEach((line, of) => {
        pen.fillText(line, x + 6, y + 8 + of * LINE);
      });
      x += widths[at] ?? 80;
    });
    y += height;
  });
  pen.fillStyle = QUIET;
  pen.font = FONT;
  pen.fillText(table.foot, PAD, y + 14);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
  });
}

function stamp(pen: CanvasRenderingContext2D, canvas: HTMLCanvasElement, text: string) {
  pen.save();
  pen.fillStyle = "rgba(95, 104, 118, 0.14)";
  pen.font = "22px 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
  pen.rotate(-0.35);
  const step = Math.max(420, pen.measureText(text).width + 60);
  for (let y = 40; y < canvas.height * 1.5 + 400; y += 130) {
    for (let x = -step; x < canvas.width + 200; x += step) pen.fillText(text, x, y);
  }
  pen.restore();
}

/** What stays on one line: a word of letters and figures, or a character with the marks that close it. */
const UNITS = /[!-~]+| |[^!-~ ][\uff0c\u3002\uff1b\uff1a\u3001\uff09\u201d]*/g;

/** At most four lines; the rest becomes an ellipsis. */
function wrap(pen: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  const fits = (more: string) => pen.measureText(line + more).width <= width;
  const whole = (unit: string) => pen.measureText(unit).width <= width;
  const units = text.replace(/\s+/g, " ").match(UNITS) ?? [];
  for (const c of units.flatMap((unit) => (whole(unit) ? [unit] : [...unit]))) {
    if (!fits(c) && line !== "") {
      lines.push(line.trimEnd());
      line = "";
      if (lines.length === 4) return [...lines.slice(0, 3), `${lines[3]?.slice(0, -1)}…`];
    }
    line += line === "" && c === " " ? "" : c;
  }
  return [...lines, line];
}
