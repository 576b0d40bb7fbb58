/** How numbers are shown and said. */
import type { BookPerson } from "../bindings/types";
import { barePhone, shownPhone } from "../lib/phone";

/** 138****7482: the first three and the last four stay of a long number, the last two of a short one. */
export function mask(phone: string): string {
  const total = phone.replace(/\D/g, "").length;
  const [head, tail] = total >= 9 ? [3, 4] : [0, 2];
  let seen = 0;
  return phone.replace(/\d/g, (digit) => {
    seen += 1;
    return seen <= head || seen > total - tail ? digit : "*";
  });
}

/** Several numbers in one cell, in the order to try. */
export const shownPhones = (phones: string[], masked: boolean) =>
  phones.map((p) => shownPhone(masked ? mask(p) : p)).join("、");

/** A name with the number to call, for a message: 周明 13800097482. */
export function callLine({ person, reach }: BookPerson): string {
  const phone = reach.mobile[0] ?? reach.office[0] ?? reach.short[0];
  return [person.name, person.title, phone && barePhone(phone)].filter(Boolean).join(" ");
}
