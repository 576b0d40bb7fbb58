import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fault } from "../bindings/types";
import { JobBar } from "../controls/JobBar";
import { Problem } from "../controls/Problem";
import { faultWords } from "../errors";
import { Icon } from "../frame/icons";
import { useFileDrop } from "../lib/drop";
import { type Chosen, pickFile, Refused } from "../rpc";
import { takeDropped } from "./dropped";

interface Props {
  busy: { id: string; what: string } | null;
  fault: Fault | null;
  onChoose: (file: Chosen) => void;
}

export function Choose({ busy, fault, onChoose }: Props) {
  const { t } = useTranslation();
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
  const over = useFileDrop((get) => {
    if (busy === null) void take(get);
  });
  const begin = useRef(take);
  useEffect(() => {
    const get = takeDropped();
    if (get) void begin.current(get);
  }, []);
  const wrong = refused ?? fault;
  return (
    <section className={over ? "choose over" : "choose"} aria-label={t("import.step.choose")}>
      <div className="empty">
        <h2>{t("import.chooseTitle")}</h2>
        <p className="i2">{t("import.chooseDrop")}</p>
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
