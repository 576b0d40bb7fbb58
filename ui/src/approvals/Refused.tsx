import { useTranslation } from "react-i18next";
import type { BoardRow } from "../bindings/types";
import { Problem } from "../controls/Problem";
import type { Refusal } from "./steps";

interface Props {
  refusal: Refusal;
  of: BoardRow[];
  onDrop: () => void;
}

/** Those whose words do not say themselves what they are about. */
const FIELDS = ["happened_on", "stop_kind", "basis", "extension"] as const;

/** Why the steps were not recorded and of which projects that is true; those can be left out. */
export function Refused({ refusal, of, onDrop }: Props) {
  const { t } = useTranslation();
  const field = FIELDS.find((name) => name === refusal.field);
  const words = `${field ? t(`step.of.${field}`) : ""} ${refusal.words}`.trim();
  const left = refusal.rows.filter((row) => of.some((one) => one.approval === row.approval));
  // True of all: it is what was typed, not the projects.
  if (refusal.rows.length === 0 || (refusal.rows.length === of.length && left.length === of.length))
    return <Problem text={words} />;
  if (left.length === 0) return null;
  return (
    <section className="ab-refused">
      <Problem text={words} />
      <ul className="scrolls">
        {left.map((row) => (
          <li key={row.approval}>
            {t("desk_approvals.refusedRow", { row: of.indexOf(row) + 1, name: row.project_name })}
          </li>
        ))}
      </ul>
      <button type="button" className="btn s" onClick={onDrop}>
        {t("desk_approvals.leaveOut", { count: left.length })}
      </button>
    </section>
  );
}
