import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Imported } from "../bindings/types";
import { JobBar } from "../controls/JobBar";
import { Icon, Ring } from "../frame/icons";
import { takeBack } from "../frame/keys";

interface Props {
  result: Imported | null;
  busy: { id: string; what: string } | null;
  onLedger: () => void;
}

export function Written({ result, busy, onLedger }: Props) {
  const { t } = useTranslation();
  const [back, setBack] = useState(false);
  if (!result) {
    return (
      <section className="choose">
        <div className="empty">
          <h2>{t("import.writing")}</h2>
          <p className="i2">{t("import.writingLead")}</p>
          <div style={{ width: "100%" }}>{busy && <JobBar job={busy.id} what={busy.what} />}</div>
        </div>
      </section>
    );
  }
  const lines = (["created", "changed", "unchanged", "left", "faults", "undated"] as const).filter(
    (key) => result[key] > 0,
  );
  const undo = async () => {
    await takeBack("undo");
    setBack(true);
  };
  return (
    <section className="choose" aria-label={t("import.step.write")}>
      <div className="empty">
        <h2 className="row">
          <Ring fill={back ? "empty" : "done"} />
          {back ? t("import.takenBack") : t("import.written")}
        </h2>
        {!back && (
          <dl className="figures">
            {lines.map((key) => (
              <div key={key}>
                <dt>{t(`import.result.${key}`)}</dt>
                <dd>{result[key]}</dd>
              </div>
            ))}
          </dl>
        )}
        {!back && result.undated > 0 && (
          <p className="i2">
            {t("undated.importedLead", { count: result.undated })}{" "}
            <Link to="/approvals" search={{ tab: "undated" }} className="link">
              {t("undated.toList")}
            </Link>
          </p>
        )}
        <div className="row">
          <button type="button" className="btn pri" onClick={onLedger}>
            {t("import.toLedger")}
          </button>
          {!back && (
            <button type="button" className="btn" onClick={() => void undo()}>
              <Icon name="undo" />
              {t("import.undoAll")}
            </button>
          )}
        </div>
      </div>
    </section>
  );
}
