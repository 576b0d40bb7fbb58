import { useQuery } from "@tanstack/react-query";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Decision, PreviewSummary } from "../bindings/types";
import { Icon, type IconName } from "../frame/icons";
import { asking } from "../query";
import { type KindTab, kindWord } from "./kinds";
import { PreviewLine } from "./PreviewLine";

interface Props {
  session: string;
  kind: KindTab;
  summary: PreviewSummary;
  text: string;
  onMore: (kind: KindTab) => void;
  onDecide: (decisions: Decision[]) => Promise<void>;
}

/** In 全部 what needs a decision comes first, then a few of each kind. */
const SECTIONS: { kind: "faulty" | "duplicate" | "odd" | "changed" | "new"; few: number; icon?: IconName }[] = [
  { kind: "faulty", few: 20, icon: "x" },
  { kind: "duplicate", few: 20, icon: "merge" },
  { kind: "odd", few: 20 },
  { kind: "changed", few: 12, icon: "edit" },
  { kind: "new", few: 12, icon: "plus" },
];

export function PreviewTable(props: Props) {
  const { t } = useTranslation();
  const { kind, summary, text } = props;
  const figures = summary.basis !== "dispatch";
  const searched = useDeferredValue(text.trim());
  const sections = kind === "all" && searched === "" ? SECTIONS.filter((s) => summary[s.kind] > 0) : null;
  return (
    <div className="pv-scroll scrolls">
      <table className="lines pvt">
        <colgroup>
          <col style={{ width: 32 }} />
          <col style={{ width: 76 }} />
          <col />
          <col style={{ width: 124 }} />
          <col style={{ width: 132 }} />
          <col style={{ width: 132 }} />
          <col style={{ width: "24%" }} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" aria-label={t("preview.take")} />
            <th scope="col">{t("preview.place")}</th>
            <th scope="col">{t("preview.project")}</th>
            <th scope="col">{t("history.field")}</th>
            <th scope="col" className="num">
              {t("preview.old")}
            </th>
            <th scope="col" className="num">
              {t("preview.newValue")}
            </th>
            <th scope="col">{t("preview.about")}</th>
          </tr>
        </thead>
        {sections ? (
          sections.map((s) => (
            <Section
              key={s.kind}
              {...props}
              text=""
              only={s.kind}
              note={t(s.kind === "new" && figures ? "preview.note.unknown" : `preview.note.${s.kind}`)}
              few={s.few}
              icon={s.kind === "new" && figures ? undefined : s.icon}
            />
          ))
        ) : (
          <Section key={`${kind} ${searched}`} {...props} text={searched} only={kind} />
        )}
      </table>
      {kind === "all" && summary.all === 0 && <p className="fold">{t("preview.nothing")}</p>}
    </div>
  );
}

interface SectionProps extends Props {
  only: KindTab;
  /** In 全部: what the section is, and so many of it; then a way to the rest. */
  note?: string;
  few?: number;
  icon?: IconName;
}

const PAGE = 100;

function Section({ session, only, note, few, icon, summary, text, onMore, onDecide }: SectionProps) {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(few ?? PAGE);
  const pages = Math.ceil(limit / PAGE);
  const rows = useQuery({
    queryKey: ["ledger_preview_rows", session, only, text, limit],
    queryFn: async () => {
      const all = [];
      for (let page = 0; page < pages; page++) {
        const ask = { session, kind: only, text, offset: page * PAGE, limit: Math.min(PAGE, limit - page * PAGE) };
        all.push(...(await asking("ledger_preview_rows", ask).queryFn()));
      }
      return all;
    },
    placeholderData: (before) => before,
  });
  const list = rows.data ?? [];
  const rest = text === "" ? summary[only] - list.length : 0;
  return (
    <tbody>
      {few !== undefined && (
        <tr className="sec">
          <th scope="rowgroup" colSpan={7}>
            <span className="row">
              {icon && <Icon name={icon} size={12} />}
              <b>{t(kindWord(only, summary))}</b>
              <b>{summary[only]}</b>
              <span className="note">{note}</span>
            </span>
          </th>
        </tr>
      )}
      {list.map((row) => (
        <PreviewLine
          key={row.key ?? row.like?.id ?? row.name}
          row={row}
          figures={summary.basis !== "dispatch"}
          told={only === "faulty" || only === "odd" ? only : null}
          onDecide={onDecide}
        />
      ))}
      {rest > 0 && (
        <tr className="more">
          <td />
          <td colSpan={6}>
            <button
              type="button"
              className="link"
              onClick={() => (few === undefined ? setLimit(limit + PAGE) : onMore(only))}
            >
              {t("preview.more", { count: rest })}
            </button>
          </td>
        </tr>
      )}
    </tbody>
  );
}
