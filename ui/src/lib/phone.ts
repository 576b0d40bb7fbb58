/** Telephone numbers as they are read out, and as they are dialled. */

/** A mobile number, however it was typed, in a text that may hold several; masked digits count. */
const MOBILE = /(?<![\d*])(1[\d*]{2})[ \u00a0-]?([\d*]{4})[ \u00a0-]?([\d*]{4})(?![\d*])/g;

/** 138 0013 8000: mobile numbers in groups, all else as it is kept. */
export const shownPhone = (phone: string): string => phone.replace(MOBILE, "$1 $2 $3");

/** The digits of a text that is one number. */
const MOST = 12;

/** As it is copied: no spaces, 13800138000. */
export function barePhone(phone: string): string {
  const joined = phone.replace(MOBILE, "$1$2$3");
  return joined.replace(/\D/g, "").length > MOST ? joined : joined.replace(/(?<=\d)\s+(?=\d)/g, "");
}

/** A part of a number as it is kept, as the same part of what is shown. */
export function shownSpan(phone: string, { from, to }: { from: number; to: number }): { from: number; to: number } {
  const digits = (text: string) => text.replace(/[^\d*]/g, "").length;
  const shown = shownPhone(phone);
  const [before, inside] = [digits(phone.slice(0, from)), digits(phone.slice(from, to))];
  /** Where the n-th digit of what is shown stands. */
  const place = (n: number) => [...shown].findIndex((_, at) => digits(shown.slice(0, at + 1)) === n);
  return inside === 0 ? { from, to } : { from: place(before + 1), to: place(before + inside) + 1 };
}
