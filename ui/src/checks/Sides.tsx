import { useTranslation } from "react-i18next";
import type { Check, CheckPage, UnitBy } from "../bindings/types";
import { Seg } from "../controls/Seg";

interface Props {
  page: CheckPage;
  passed: boolean;
  check: Check | null;
  by: UnitBy;
  unit: string | null;
  onCheck: (check: Check | null) => void;
  onUnit: (unit: string | null) => void;
  onBy: (by: UnitBy) => void;
}

/** How many of each check and of each unit; a line narrows the table. */
export function Sides({ page, passed, check, by, unit, onCheck, onUnit, onBy }: Props) {
  const { t } = useTranslation();
  const counted = page.checks.map((one) => ({ key: one.check, n: passed ? one.passed : one.open }));
  return (
    <div className="check-sides scrolls">
      <section aria-label={t("checks.byCheck")}>
        <div className="cap">
          <h2>{t("checks.byCheck")}</h2>
        </div>
        <ul>
          <Line
            name={t("checks.all")}
            n={passed ? page.passed : page.open}
            on={check === null}
            pick={() => onCheck(null)}
          />
          {counted
            .filter((one) => one.n > 0)
            .map((one) => (
              <Line
                key={one.key}
                name={t(`checks.kind.${one.key}`)}
                n={one.n}
                on={check === one.key}
                pick={() => onCheck(one.key)}
              />
            ))}
        </ul>
      </section>
      <section aria-label={t("checks.unitBy")}>
        <div className="cap">
          <Seg
            label={t("checks.unitBy")}
            value={by}
            choices={[
              { value: "region", text: t("checks.byRegion") },
              { value: "responsible_unit", text: t("checks.byUnit") },
            ]}
            onPick={onBy}
          />
        </div>
        <ul>
          <Line name={t("checks.all")} n={page.open} on={unit === null} pick={() => onUnit(null)} />
          {page.units.map((one) => (
            <Line
              key={one.key}
              name={one.name || t("checks.noUnit")}
              n={one.open}
              on={unit === one.key}
              pick={() => onUnit(one.key)}
            />
          ))}
        </ul>
      </section>
    </div>
  );
}

function Line({ name, n, on, pick }: { name: string; n: number; on: boolean; pick: () => void }) {
  return (
    <li>
      <button type="button" className={on ? "pick on" : "pick"} aria-pressed={on} onClick={pick}>
        <span className="cut">{name}</span>
        <span className="n">{n}</span>
      </button>
    </li>
  );
}
