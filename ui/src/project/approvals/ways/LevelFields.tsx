import { useTranslation } from "react-i18next";
import type { DecisionLevel, Listed, Patch } from "../../../bindings/types";
import { Editable } from "../../../controls/Editable";
import { EditChoice } from "../../../controls/EditChoice";

interface Props {
  item: Listed;
  save: (set: Patch) => Promise<unknown>;
}

const LEVELS: DecisionLevel[] = ["national", "province", "city", "county"];

/** 审批层级, 跑办人员: on which level it is decided, and who goes along with it. */
export function LevelFields({ item, save }: Props) {
  const { t } = useTranslation();
  const escort = item.approval?.escort ?? "";
  return (
    <>
      <div>
        <dt>{t("field.level")}</dt>
        <dd>
          <EditChoice
            label={t("field.level")}
            value={item.approval?.level ?? null}
            choices={LEVELS.map((value) => ({ value, label: t(`ways.level.${value}`) }))}
            save={(level) => save({ level })}
          />
        </dd>
      </div>
      <div>
        <dt>{t("field.escort")}</dt>
        <dd>
          <Editable
            label={t("field.escort")}
            field="escort"
            shown={escort}
            text={escort}
            save={(text) => save({ escort: text.trim() || null })}
          />
        </dd>
      </div>
    </>
  );
}
