/** Blocks of cells as spreadsheets put them on the clipboard, both ways. */

export type Block = string[][];

/**
 * Text of Excel and WPS: cells parted by tabs, rows by line breaks. A cell with a line break, a tab or a quote in it stands
 * in quotes, its own quotes doubled; a quote anywhere else is just a quote.
 */
export function parseBlock(text: string): Block {
  const rows: Block = [];
  let row: string[] = [];
  let at = 0;
  const end = text.length;
  while (at < end) {
    const quoted = text[at] === '"' ? quotedCell(text, at) : null;
    const cell = quoted ?? bareCell(text, at);
    row.push(cell.text);
    at = cell.next;
    if (text[at] === "\t") {
      at += 1;
      if (at < end) continue;
      row.push("");
    }
    rows.push(row);
    row = [];
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
  return rows;
}

interface Cell {
  text: string;
  next: number;
}

function bareCell(text: string, from: number): Cell {
  let next = from;
  while (next < text.length && !"\t\r\n".includes(text[next] as string)) next += 1;
  return { text: text.slice(from, next), next };
}

/** A cell in quotes; null where the quote only begins a word and never ends the cell. */
function quotedCell(text: string, from: number): Cell | null {
  let said = "";
  for (let at = from + 1; at < text.length; at++) {
    const sign = text[at] as string;
    if (sign !== '"') {
      said += sign;
    } else if (text[at + 1] === '"') {
      said += '"';
      at += 1;
    } else {
      const after = text[at + 1];
      const ends = after === undefined || after === "\t" || after === "\r" || after === "\n";
      return ends ? { text: said.replaceAll("\r\n", "\n"), next: at + 1 } : null;
    }
  }
  return null;
}

export function blockText(block: Block): string {
  const cell = (text: string) => (/["\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return block.map((row) => `${row.map(cell).join("\t")}\r\n`).join("");
}

/** The same as a table: a cell stays one cell, and codes of many digits stay text. */
export function blockHtml(block: Block): string {
  const rows = block.map((row) => `<tr>${row.map(htmlCell).join("")}</tr>`);
  return `<meta charset="utf-8"><table>${rows.join("")}</table>`;
}

function htmlCell(text: string): string {
  const safe = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
  const lines = safe.replaceAll("\n", '<br style="mso-data-placement:same-cell">');
  const number = /^[-−]?\d{1,15}(\.\d+)?$/.test(text) && !/^0\d/.test(text);
  return number ? `<td>${lines}</td>` : `<td style="mso-number-format:'\\@'">${lines}</td>`;
}

/**
 * What goes where: one cell fills the whole range, a block that fits a whole number of times is repeated, else it is laid on.
 * A row that is shorter than others, as text may have it, takes no more cells than it has: what lies beside it stays.
 */
export function spread(block: Block, rows: number, columns: number): Block {
  const height = block.length;
  const width = Math.max(0, ...block.map((row) => row.length));
  if (height === 0 || width === 0) return [];
  const fits = (all: number, part: number) => (all > part && all % part === 0 ? all : part);
  const [high, wide] = [fits(rows, height), fits(columns, width)];
  return Array.from({ length: high }, (_, r) => {
    const row = block[r % height] ?? [];
    return wide === width ? row : Array.from({ length: wide }, (_, c) => row[c % width] ?? "");
  });
}
