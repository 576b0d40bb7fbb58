import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Corrections, Fault, Imported, LedgerFile, PreviewSummary } from "../bindings/types";
import { useDesk } from "../desk";
import { Page } from "../frame/Page";
import { newJob } from "../lib/job";
import { act } from "../query";
import { type Chosen, call, Refused } from "../rpc";
import { Check } from "./Check";
import { Choose } from "./Choose";
import { Preview } from "./Preview";
import { Steps } from "./Steps";
import { type Asked, firstAnswers, type StepNumber } from "./state";
import { Written } from "./Written";
import "./import.css";

/** A ledger into the desk: choose, check what was understood, preview every change, write. */
export function ImportPage() {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const navigate = useNavigate();
  const [step, setStep] = useState<StepNumber>(1);
  const [file, setFile] = useState<LedgerFile | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [summary, setSummary] = useState<PreviewSummary | null>(null);
  const [result, setResult] = useState<Imported | null>(null);
  const [job, setJob] = useState<{ id: string; what: string } | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const session = file?.session;

  // The core keeps the rows of an open file aside until they are written or left.
  const open = useRef<string | undefined>(undefined);
  open.current = session;
  useEffect(() => () => void (open.current && call("ledger_close", { session: open.current })), []);

  /** Runs a long command under a name that can be watched and cancelled. */
  const long = async (what: string, run: (job: string) => Promise<void>) => {
    const id = newJob();
    setFault(null);
    setJob({ id, what });
    try {
      await run(id);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.fault.code !== "cancelled") setFault(error.fault);
    } finally {
      setJob(null);
    }
  };

  const choose = (chosen: Chosen) =>
    long(chosen.name, async (id) => {
      const read = await act("ledger_open", { file: chosen.file, sender: null, job: id });
      if (session) void call("ledger_close", { session });
      setFile(read);
      setAsked(firstAnswers(read, desk.today));
      setStep(2);
    });
  const correct = (corrections: Corrections) =>
    file &&
    long(file.file_name, async (id) => {
      const understanding = await act("ledger_understand", { session: file.session, corrections, job: id });
      setFile({ ...file, corrections, understanding });
    });
  const preview = () =>
    file &&
    asked &&
    long(file.file_name, async (id) => {
      const plan = /^\d{4}$/.test(asked.planYear) ? Number(asked.planYear) : null;
      const { sender, period, basis, list } = asked;
      const ask = { session: file.session, sender, period, basis, plan_year: plan, list, job: id };
      setSummary(await act("ledger_preview", ask));
      setStep(3);
    });
  const write = () =>
    file &&
    asked &&
    long(file.file_name, async (id) => {
      setStep(4);
      try {
        setResult(await act("ledger_import", { session: file.session, remember: asked.remember, job: id }));
      } catch (error) {
        setStep(3);
        throw error;
      }
    });

  const head = (
    <>
      <h1>{t("import.title")}</h1>
      <Steps at={step} done={result !== null} />
    </>
  );
  return (
    <Page title={t("import.title")} head={head}>
      {step === 1 && <Choose busy={job} fault={fault} onChoose={(chosen) => void choose(chosen)} />}
      {step === 2 && file && asked && (
        <Check
          file={file}
          asked={asked}
          busy={job}
          fault={fault}
          onAsk={setAsked}
          onCorrect={(corrections) => void correct(corrections)}
          onBack={() => setStep(1)}
          onNext={() => void preview()}
        />
      )}
      {step === 3 && file && summary && (
        <Preview
          session={file.session}
          summary={summary}
          busy={job}
          fault={fault}
          onSummary={setSummary}
          onBack={() => setStep(2)}
          onNext={() => void write()}
        />
      )}
      {step === 4 && <Written result={result} busy={job} onLedger={() => void navigate({ to: "/ledger" })} />}
    </Page>
  );
}
