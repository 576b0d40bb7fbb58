import type { PersonId } from "../bindings/types";
import { useAsk } from "../query";

export interface PersonChoice {
  value: PersonId;
  label: string;
  name: string;
}

/** Who sits in the address book now, in official order, each with the unit. */
export function usePersonChoices(): PersonChoice[] {
  const people = useAsk("person_list", {}).data ?? [];
  const units = useAsk("department_list", {}).data ?? [];
  const unit = new Map(units.map((one) => [one.id, one.short_name ?? one.name]));
  return people
    .filter((one) => one.name !== "" && one.until === null)
    .map((one) => {
      const of = one.department === null ? undefined : unit.get(one.department);
      return { value: one.id, name: one.name, label: of === undefined ? one.name : `${one.name}　${of}` };
    });
}
