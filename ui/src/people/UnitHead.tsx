import { useTranslation } from "react-i18next";
import type { Department, UnitKind } from "../bindings/types";
import { Editable } from "../controls/Editable";
import { EditChoice } from "../controls/EditChoice";
import { Tick } from "../controls/Tick";
import { act, tryTo } from "../query";

const KINDS = [
  "government",
  "approval_bureau",
  "vertical",
  "utility",
  "bank",
  "county",
  "park",
  "project_unit",
] as const satisfies UnitKind[];

/** Full and short name of a unit, its kind, who leads it, whether it is ranked. */
export function UnitHead({ unit, units, onGone }: { unit: Department; units: Department[]; onGone: () => void }) {
  const { t } = useTranslation();
  const save = (set: Record<string, string | boolean | null>) => act("department_save", { id: unit.id, set });
  const cell = (key: "name" | "short_name" | "note", label: string) => (
    <Editable
      label={`${unit.name} ${label}`}
      field={key}
      shown={unit[key] ?? ""}
      text={unit[key] ?? ""}
      save={(text) => save({ [key]: text })}
    />
  );
  const remove = async () => {
    await act("department_remove", { id: unit.id });
    onGone();
  };
  return (
    <div className="unit-head">
      <dl>
        <div className="wide b">
          <dt>{t("registry.name")}</dt>
          <dd>{cell("name", t("registry.name"))}</dd>
        </div>
        <div>
          <dt>{t("registry.short")}</dt>
          <dd>{cell("short_name", t("registry.short"))}</dd>
        </div>
        <div>
          <dt>{t("registry.kind")}</dt>
          <dd>
            <EditChoice
              label={`${unit.name} ${t("registry.kind")}`}
              value={unit.kind}
              clears={false}
              choices={KINDS.map((value) => ({ value, label: t(`choice.unitKind.${value}`) }))}
              save={(kind) => save({ kind })}
            />
          </dd>
        </div>
        <div>
          <dt>{t("registry.superior")}</dt>
          <dd>
            <EditChoice
              label={`${unit.name} ${t("registry.superior")}`}
              value={unit.superior}
              choices={units
                .filter((other) => other.id !== unit.id)
                .map((other) => ({ value: other.id, label: other.short_name ?? other.name }))}
              save={(superior) => save({ superior })}
            />
          </dd>
        </div>
        <div className="wide">
          <dt>{t("registry.note")}</dt>
          <dd>{cell("note", t("registry.note"))}</dd>
        </div>
      </dl>
      <div className="acts-in">
        <Tick
          checked={unit.ranked}
          label={t("registry.rankedOf", { name: unit.name })}
          onTick={(ranked) => void tryTo(() => save({ ranked }))}
        >
          {t("registry.ranked")}
        </Tick>
        <button type="button" className="btn s" onClick={() => void tryTo(remove)}>
          {t("book.removeUnit")}
        </button>
      </div>
    </div>
  );
}
