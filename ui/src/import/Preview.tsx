import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Decision, Fault, PreviewSummary } from "../bindings/types";
import { JobBar } from "../controls/JobBar";
import { Problem } from "../controls/Problem";
import { shortWords } from "../errors";
import { Icon, type IconName } from "../frame/icons";
import { act, client } from "../query";
import { After } from "./After";
import { KINDS, type KindTab, kindWord } from "./kinds";
import { PreviewTable } from "./PreviewTable";

interface Props {
  session: string;
  summary: PreviewSummary;
  busy: { id: string; what: string } | null;
  fault: Fault | null;
  onSummary: (summary: PreviewSummary) => void;
  onBack: () => void;
  onNext: () => void;
}

const ICONS: Partial<Record<KindTab, IconName>> = { new: "plus", changed: "edit", duplicate: "merge", faulty: "x" };

/** 预览变化: nothing is written yet; every line says what it would do, and can be left out. */
export function Preview({ session, summary, busy, fault, onSummary, onBack, onNext }: Props) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<KindTab>("all");
  const [text, setText] = useState("");
  const decide = async (decisions: Decision[]) => {
    onSummary(await act("ledger_decide", { session, decisions }));
    await client.invalidateQueries({ queryKey: ["ledger_preview_rows"] });
  };
  const figures = summary.basis !== "dispatch";
  const left = summary.all - summary.accepted - summary.same;
  return (
    <>
      <div className="check-body">
        <div className="pv">
          <div className="kinds">
            <div role="tablist" aria-label={t("import.step.preview")} className="tabs">
              {KINDS.map((name) => (
                <button
                  key={name}
                  type="button"
                  role="tab"
                  aria-selected={kind === name}
                  className={[
                    kind === name && "on",
                    summary[name] > 0 && name === "faulty" && "red",
                    summary[name] > 0 && (name === "duplicate" || name === "odd") && "amber",
                  ]
                    .filter(Boolean)
                    .join(" ")}
                  onClick={() => setKind(name)}
                >
                  {ICONS[name] && !(figures && name === "new") && <Icon name={ICONS[name]} size={12} />}
                  {t(kindWord(name, summary))}
                  <b>{summary[name]}</b>
                </button>
              ))}
            </div>
            <span className="grow" />
            <span className="find in">
              <Icon name="find" size={12} />
              <input
                value={text}
                placeholder={t("preview.find")}
                aria-label={t("preview.find")}
                onChange={(e) => setText(e.target.value)}
              />
            </span>
          </div>
          <PreviewTable
            session={session}
            kind={kind}
            summary={summary}
            text={text}
            onMore={setKind}
            onDecide={decide}
          />
        </div>
        <After session={session} summary={summary} onMore={() => setKind("missing")} />
      </div>
      <div className="acts">
        <button type="button" className="btn" disabled={busy !== null} onClick={onBack}>
          <Icon name="left" />
          {t("import.step.check")}
        </button>
        <span className="i2 cut">{left > 0 ? t("preview.left", { count: left }) : t("preview.leftNone")}</span>
        {fault && <Problem text={shortWords(fault)} />}
        <span className="grow">{busy && <JobBar job={busy.id} what={busy.what} />}</span>
        <button type="button" className="btn pri" disabled={busy !== null || summary.accepted === 0} onClick={onNext}>
          {t("preview.write", { count: summary.accepted })}
        </button>
      </div>
    </>
  );
}
