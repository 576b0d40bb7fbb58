import { useTranslation } from "react-i18next";
import type { Added } from "../../bindings/types";

/** What was attached before, here or to another project. */
export function Twice({ told }: { told: Added["twice"] }) {
  const { t } = useTranslation();
  return told.map((one) => (
    <p key={`${one.name} ${one.project}`} className="told" role="status">
      {one.project === null
        ? t("papers.twiceHere", { name: one.name, known: one.known_as })
        : t("papers.twiceThere", { name: one.name, known: one.known_as, project: one.project })}
    </p>
  ));
}
