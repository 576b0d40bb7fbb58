import { useTranslation } from "react-i18next";
import type { FieldFault, TemplateItem } from "../bindings/types";
import { type ItemField, useTemplateWords } from "./words";

interface Props {
  faults: FieldFault[];
  items: readonly TemplateItem[];
  onGo: (code: string) => void;
}

/** What stands against releasing a draft, each with the way to its item. */
export function Faults({ faults, items, onGo }: Props) {
  const { t } = useTranslation();
  const words = useTemplateWords();
  return (
    <ul className="lib-faults" aria-label={t("template.faults")}>
      {faults.map((fault) => {
        const code = codeOf(fault);
        return (
          <li key={`${fault.field} ${fault.rule} ${Object.values(fault.params).join(" ")}`}>
            {code && (
              <button type="button" className="link" onClick={() => onGo(code)}>
                {words.named(code, items)}
              </button>
            )}
            <span className="fault">
              {t("template.faultLine", {
                field: t(`template.field.${fault.field as ItemField}`),
                words: words.fault(fault),
              })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** The item a fault stands at; of those that wait for each other, the first. */
const codeOf = (fault: FieldFault): string | undefined => fault.params.code ?? fault.params.items?.split(" → ")[0];
