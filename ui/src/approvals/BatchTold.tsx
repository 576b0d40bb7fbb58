import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { BatchPreview, BoardRow, NewStep } from "../bindings/types";
import { useDesk } from "../desk";
import { stateWord } from "../i18n";
import { useSettled } from "../lib/settled";
import { denseShift } from "../project/approvals/trial/words";
import { useAsk } from "../query";
import { judgedOf } from "./steps";

interface Props {
  steps: NewStep[];
  rows: BoardRow[];
  name: string;
  state: string;
  onOnly: (rows: BoardRow[]) => void;
}

/** Before it is saved: what would be recorded for how many projects, of which the state does not allow it, and which starts move. */
export function BatchTold({ steps, rows, name, state, onOnly }: Props) {
  const { t } = useTranslation();
  const judged = useMemo(() => judgedOf(steps), [steps]);
  const settled = useSettled(judged, 300);
  const asked = useAsk("approval_step_all_preview", { steps: settled });
  const told = asked.data;
  if (asked.isError) return null;
  if (!told) return <p className="note ab-told">{t("desk_approvals.previewWait")}</p>;
  // What is not typed yet is no reason to leave a project out.
  const refused = told.refused.filter((one) => one.fields.some((fault) => fault.field === "state"));
  const gone = new Set(refused.map((one) => settled[one.row - 1]?.project));
  const count = told.steps + told.refused.length - refused.length;
  return (
    <section className="ab-told" aria-busy={asked.isPlaceholderData}>
      <p role="status">
        {count === 0
          ? t("desk_approvals.previewNone")
          : t("desk_approvals.preview", { projects: count, count, item: name, state })}
      </p>
      {refused.length > 0 && (
        <>
          <p className="amber">{t("desk_approvals.previewRefused", { count: refused.length })}</p>
          <ul className="scrolls">
            {refused.map((one) => (
              <li key={one.row}>
                {t("desk_approvals.previewState", {
                  name: one.name,
                  state: stateWord(rows[0]?.kind ?? "permit", one.state),
                })}
              </li>
            ))}
          </ul>
          {gone.size < rows.length && (
            <button
              type="button"
              className="btn s"
              onClick={() => onOnly(rows.filter((row) => !gone.has(row.project)))}
            >
              {t("desk_approvals.leaveOut", { count: refused.length })}
            </button>
          )}
        </>
      )}
      {told.steps > 0 && <Moves told={told} />}
    </section>
  );
}

function Moves({ told }: { told: BatchPreview }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const starts = told.moved.filter((one) => one.start.from !== one.start.to);
  const later = told.moved.length - starts.length;
  return (
    <>
      <p className="i2">
        {starts.length === 0
          ? t("desk_approvals.previewStill")
          : t("desk_approvals.previewMoves", { count: starts.length })}
      </p>
      {starts.length > 0 && (
        <ul className="scrolls">
          {starts.map((one) => (
            <li key={one.project}>
              <span>{one.name}</span> <span className="i2 nowrap">{denseShift(one.start, desk.today)}</span>
            </li>
          ))}
        </ul>
      )}
      {later > 0 && <p className="note">{t("desk_approvals.previewLater", { count: later })}</p>}
      {told.looked < told.steps && <p className="note">{t("desk_approvals.previewLooked", { count: told.looked })}</p>}
    </>
  );
}
