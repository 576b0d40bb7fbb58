import { useTranslation } from "react-i18next";
import type { ItemDifference, TemplateItem, TemplateVersionId } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { faultWords } from "../errors";
import { useAsk } from "../query";
import { changeWords, type ItemField, useTemplateWords } from "./words";

interface Props {
  from: TemplateVersionId | null;
  to: TemplateVersionId | null;
}

/** What is other in one version than in another: items that are new, gone, or changed field by field. */
export function DifferenceTable({ from, to }: Props) {
  const { t } = useTranslation();
  const asked = useAsk("template_difference", { from, to });
  const sheet = useAsk("template_get", { version: to });
  if (!asked.data || !sheet.data) return <Problem text={asked.error && faultWords(asked.error.fault)} />;
  const found = asked.data;
  const items = sheet.data.items.map((line) => line.row);
  if (found.length === 0) return <p className="i2">{t("template.same")}</p>;
  const count = (fate: ItemDifference["fate"]) => found.filter((one) => one.fate === fate).length;
  return (
    <>
      <p className="note">
        {t("template.changeCount", { added: count("added"), removed: count("removed"), changed: count("changed") })}
      </p>
      <table className="lines lib-diff">
        <thead>
          <tr>
            <th scope="col">{t("template.diff.item")}</th>
            <th scope="col" className="c-field">
              {t("template.diff.field")}
            </th>
            <th scope="col">{t("template.diff.from")}</th>
            <th scope="col">{t("template.diff.to")}</th>
          </tr>
        </thead>
        {found.map((one) => (
          <Changed key={one.code} one={one} items={items} />
        ))}
      </table>
    </>
  );
}

function Changed({ one, items }: { one: ItemDifference; items: readonly TemplateItem[] }) {
  const { t } = useTranslation();
  const words = useTemplateWords();
  const name = (
    <>
      <span className="i3 t12">{one.code}</span> {words.name(one)}
    </>
  );
  if (one.fate !== "changed") {
    return (
      <tbody>
        <tr>
          <td className="wrap">{name}</td>
          <td colSpan={3}>
            <span className="tag">{t(`template.fate.${one.fate}`)}</span>
          </td>
        </tr>
      </tbody>
    );
  }
  return (
    <tbody>
      {one.fields.map((change, n) => (
        <tr key={change.field}>
          {n === 0 && (
            <td className="wrap" rowSpan={one.fields.length}>
              {name}
            </td>
          )}
          <td className="wrap i2">{t(`template.field.${change.field as ItemField}`)}</td>
          <td className="wrap i2">{changeWords(change, one.fields, one.code, items).from}</td>
          <td className="wrap">{changeWords(change, one.fields, one.code, items).to}</td>
        </tr>
      ))}
    </tbody>
  );
}
