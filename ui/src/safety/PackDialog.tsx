import { Modal } from "antd";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fault, Packaged } from "../bindings/types";
import { JobBar } from "../controls/JobBar";
import { Problem } from "../controls/Problem";
import { Seg } from "../controls/Seg";
import { Tick } from "../controls/Tick";
import { useDesk } from "../desk";
import { faultWords } from "../errors";
import { newJob } from "../lib/job";
import { act } from "../query";
import { inWindow, pickSave, Refused } from "../rpc";
import { CheckSheet } from "./CheckSheet";

interface Props {
  moving: boolean;
  onClose: () => void;
}

const PARTS = ["none", "45", "20"] as const;

/** The desk as one package: where to, with which password, in which parts; then its check sheet. */
export function PackDialog({ moving, onClose }: Props) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const [part, setPart] = useState<(typeof PARTS)[number]>("none");
  const [leave, setLeave] = useState(moving);
  const [wrong, setWrong] = useState<"short" | "differ" | null>(null);
  const [job, setJob] = useState<string | null>(null);
  const [done, setDone] = useState<Packaged | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const name = t("safety.pack.file", { office: desk.office?.name ?? "", day: desk.today });

  const run = async () => {
    const bad = password !== "" && password.length < 6 ? "short" : password !== again ? "differ" : null;
    setWrong(bad);
    setFault(null);
    if (bad) return;
    try {
      const place = await pickSave(name);
      if (!place) return;
      const id = newJob();
      setJob(id);
      const part_mib = part === "none" ? null : Number(part);
      setDone(await act("package_save", { file: place.file, password, part_mib, moving: moving && leave, job: id }));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.fault.code !== "cancelled") setFault(error.fault);
    } finally {
      setJob(null);
    }
  };
  const send = (e: FormEvent) => {
    e.preventDefault();
    void run();
  };

  return (
    <Modal
      open
      title={t(moving ? "safety.pack.moving" : "safety.pack.backup")}
      onCancel={onClose}
      width={560}
      footer={null}
    >
      {done ? (
        <CheckSheet done={done} name={name} onClose={onClose} />
      ) : (
        <form className="asks" onSubmit={send}>
          <div className="form">
            <label htmlFor="pack-password">{t("safety.pack.password")}</label>
            <div>
              <input
                id="pack-password"
                type="password"
                autoComplete="new-password"
                className={wrong === "short" ? "field bad" : "field"}
                value={password}
                onChange={(e) => setPassword(e.target.value)}
              />
              <p className="note">{t("safety.pack.passwordNote")}</p>
              <Problem text={wrong === "short" ? t("safety.pack.short") : null} />
            </div>
            <label htmlFor="pack-again">{t("safety.pack.again")}</label>
            <div>
              <input
                id="pack-again"
                type="password"
                autoComplete="new-password"
                className={wrong === "differ" ? "field bad" : "field"}
                value={again}
                onChange={(e) => setAgain(e.target.value)}
              />
              <Problem text={wrong === "differ" ? t("safety.pack.differ") : null} />
            </div>
            {inWindow && (
              <>
                <span>{t("safety.pack.parts")}</span>
                <div>
                  <Seg
                    label={t("safety.pack.parts")}
                    value={part}
                    choices={PARTS.map((value) => ({ value, text: t(`safety.pack.part.${value}`) }))}
                    onPick={setPart}
                  />
                  <p className="note">{t("safety.pack.partsNote")}</p>
                </div>
              </>
            )}
          </div>
          {moving && (
            <div>
              <Tick checked={leave} onTick={setLeave}>
                {t("safety.pack.close")}
              </Tick>
              <p className="note">{t("safety.pack.closeNote")}</p>
            </div>
          )}
          {job && <JobBar job={job} what={t("safety.pack.what")} />}
          {fault && <Problem text={faultWords(fault)} />}
          <div className="row end">
            <button type="button" className="btn" onClick={onClose}>
              {t("act.cancel")}
            </button>
            <button type="submit" className="btn pri" disabled={job !== null}>
              {t(inWindow ? "safety.pack.go" : "safety.pack.goHere")}
            </button>
          </div>
        </form>
      )}
    </Modal>
  );
}
