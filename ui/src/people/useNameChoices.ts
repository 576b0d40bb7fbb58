import type { Wall, WallBy } from "../bindings/types";
import { useAsk } from "../query";

/** Those who hold something already, then the rest of the register, in official order; units for the responsible unit. */
export function useNameChoices(wall: Wall, by: WallBy): { value: string; label: string }[] {
  const people = useAsk("person_list", {}, by !== "responsible_unit");
  const units = useAsk("department_list", {}, by === "responsible_unit");
  const register =
    by === "responsible_unit"
      ? (units.data ?? []).map((unit) => unit.name)
      : (people.data ?? []).filter((p) => p.name !== "" && p.until === null).map((p) => p.name);
  const loads = new Map(wall.holders.map((holder) => [holder.name, holder.projects]));
  const names = [...new Set([...loads.keys(), ...register])];
  return names.map((name) => ({ value: name, label: loads.has(name) ? `${name} ${loads.get(name)}` : name }));
}
