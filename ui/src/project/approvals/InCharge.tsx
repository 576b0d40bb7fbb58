import { useTranslation } from "react-i18next";
import type { Listed, Patch } from "../../bindings/types";
import { EditChoice } from "../../controls/EditChoice";
import { choicesWith, usePersonChoices } from "../../people/usePersonChoices";

interface Props {
  item: Listed;
  save: (set: Patch) => Promise<unknown>;
}

/** 专人: who of the office sees it through, one of the address book. */
export function InCharge({ item, save }: Props) {
  const { t } = useTranslation();
  const people = usePersonChoices();
  const name = item.approval?.responsible ?? null;
  const person = item.approval?.responsible_person ?? null;
  const choices = choicesWith(people, name, person);
  return (
    <div>
      <dt>{t("field.responsible")}</dt>
      <dd>
        <EditChoice
          label={t("field.responsible")}
          value={person ?? name}
          choices={choices}
          shown={name ?? ""}
          save={(to) =>
            save(to === null ? { responsible: null, responsible_person: null } : { responsible_person: to })
          }
        />
        {choices.length === 0 && <p className="note">{t("in_charge.emptyBook")}</p>}
      </dd>
    </div>
  );
}
