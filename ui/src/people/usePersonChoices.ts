import type { PersonId } from "../bindings/types";
import { useDesk } from "../desk";
import { useAsk } from "../query";

export interface PersonChoice {
  value: PersonId;
  label: string;
  name: string;
}

/** The choices of a field that somebody stands in, who may have left the book or never stood in it. */
export function choicesWith(people: PersonChoice[], name: string | null, person: PersonId | null) {
  const value = person ?? name;
  if (value === null || people.some((one) => one.value === value)) return people;
  return [{ value, label: name ?? value }, ...people];
}

/** Who sits in the address book now, each with the unit: first whoever sits at this desk, then in official order. */
export function usePersonChoices(): PersonChoice[] {
  const people = useAsk("person_list", {}).data ?? [];
  const units = useAsk("department_list", {}).data ?? [];
  const own = useDesk().desk.person?.id;
  const unit = new Map(units.map((one) => [one.id, one.short_name ?? one.name]));
  return people
    .filter((one) => one.name !== "" && one.until === null)
    .sort((a, b) => Number(b.id === own) - Number(a.id === own))
    .map((one) => {
      const of = one.department === null ? undefined : unit.get(one.department);
      return { value: one.id, name: one.name, label: of === undefined ? one.name : `${one.name}　${of}` };
    });
}
