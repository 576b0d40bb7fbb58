import { type DragEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fault } from "../bindings/types";
import { JobBar } from "../controls/JobBar";
import { Problem } from "../controls/Problem";
import { faultWords } from "../errors";
import { Icon } from "../frame/icons";
import { type Chosen, inWindow, pickFile, Refused, sendFile } from "../rpc";

interface Props {
  busy: { id: string; what: string } | null;
  fault: Fault | null;
  onChoose: (file: Chosen) => void;
}

export function Choose({ busy, fault, onChoose }: Props) {
  const { t } = useTranslation();
  const [over, setOver] = useState(false);
  const [refused, setRefused] = useState<Fault | null>(null);
  const take = async (get: () => Promise<Chosen | null>) => {
    setRefused(null);
    try {
      const chosen = await get();
      if (chosen) onChoose(chosen);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefused(error.fault);
    }
  };
  const drop = (e: DragEvent) => {
    e.preventDefault();
    setOver(false);
    const file = e.dataTransfer.files[0];
    if (file) void take(() => sendFile(file));
  };
  const wrong = refused ?? fault;
  return (
    <section
      className={over ? "choose over" : "choose"}
      aria-label={t("import.step.choose")}
      onDragOver={(e) => {
        if (inWindow) return;
        e.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={inWindow ? undefined : drop}
    >
      <div className="empty">
        <h2>{t("import.chooseTitle")}</h2>
        <p className="i2">{t(inWindow ? "import.chooseLead" : "import.chooseDrop")}</p>
        <button
          type="button"
          className="btn pri"
          disabled={busy !== null}
          onClick={() => void take(() => pickFile(t("import.kinds"), ["xlsx", "xls", "csv"]))}
        >
          <Icon name="in" />
          {t("import.pick")}
        </button>
        {busy && <JobBar job={busy.id} what={busy.what} />}
        <Problem text={wrong && faultWords(wrong)} />
        <ul className="note hints">
          {(["several", "heads", "units", "nothing"] as const).map((hint) => (
            <li key={hint}>{t(`import.hint.${hint}`)}</li>
          ))}
        </ul>
      </div>
    </section>
  );
}
