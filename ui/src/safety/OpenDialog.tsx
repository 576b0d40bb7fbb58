import { Modal } from "antd";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Fault, Package, RestoredPackage, TableCount } from "../bindings/types";
import { JobBar } from "../controls/JobBar";
import { Problem } from "../controls/Problem";
import { faultWords } from "../errors";
import { moment } from "../lib/day";
import { newJob } from "../lib/job";
import { act } from "../query";
import { type Chosen, pickFile, Refused } from "../rpc";
import { sideBySide } from "./CheckSheet";
import { useTableName } from "./useTableName";
import "./safety.css";

interface Props {
  /** From another computer, rather than a copy of this one. */
  bring: boolean;
  onClose: () => void;
}

/** A package: chosen, looked through to its last byte, compared, then put in the place of what is here. */
export function OpenDialog({ bring, onClose }: Props) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [password, setPassword] = useState("");
  const [found, setFound] = useState<Package | null>(null);
  const [done, setDone] = useState<RestoredPackage | null>(null);
  const [job, setJob] = useState<string | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);

  const running = async (work: (job: string) => Promise<void>) => {
    const id = newJob();
    setJob(id);
    setFault(null);
    try {
      await work(id);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.fault.code !== "cancelled") setFault(error.fault);
    } finally {
      setJob(null);
    }
  };
  const choose = () =>
    running(async () => {
      const file = await pickFile(t("safety.open.what"), ["zip", "001"]);
      if (file) setChosen(file);
    });
  const look = (e: FormEvent) => {
    e.preventDefault();
    if (!chosen) return;
    void running(async (id) => setFound(await act("package_open", { file: chosen.file, password, job: id })));
  };
  const restore = () =>
    running(async (id) => {
      if (chosen) setDone(await act("package_restore", { file: chosen.file, password, job: id }, { quiet: true }));
    });

  return (
    <Modal
      open
      title={t(bring ? "safety.open.moveTitle" : "safety.open.title")}
      onCancel={onClose}
      width={560}
      footer={null}
    >
      <div className="asks">
        {done ? (
          <>
            <p role="status">{t(done.complete ? "safety.open.done" : "safety.open.differ")}</p>
            {found && <Compared there={found.contents.counts} here={done.counts} />}
            <div className="row end">
              <button type="button" className="btn pri" onClick={onClose}>
                {t("act.close")}
              </button>
            </div>
          </>
        ) : found ? (
          <>
            <p>
              {t("safety.open.from", {
                office: found.contents.office,
                person: found.contents.person,
                at: moment(found.contents.ms),
              })}
            </p>
            <Compared there={found.contents.counts} here={found.here} before />
            <p className={found.broken.length === 0 ? "note" : "red"}>
              {found.broken.length === 0
                ? t("safety.open.whole")
                : t("safety.open.broken", { count: found.broken.length, names: found.broken.slice(0, 5).join(", ") })}
            </p>
            <p className="note path">{found.sha256}</p>
            {found.here.length > 0 && <p>{t("safety.open.replace")}</p>}
            {job && <JobBar job={job} what={t("safety.open.what")} />}
            {fault && <Problem text={faultWords(fault)} />}
            <div className="row end">
              <button type="button" className="btn" onClick={() => setFound(null)}>
                {t("safety.open.another")}
              </button>
              <button
                type="button"
                className="btn pri"
                disabled={job !== null || found.broken.length > 0}
                onClick={() => void restore()}
              >
                {t("safety.open.go")}
              </button>
            </div>
          </>
        ) : (
          <form className="asks" onSubmit={look}>
            <p className="i2">{t("safety.open.lead")}</p>
            <div className="row">
              <button type="button" className="btn" onClick={() => void choose()}>
                {t("safety.open.pick")}
              </button>
              <span className="cut">{chosen?.name}</span>
            </div>
            <div className="form">
              <label htmlFor="open-password">{t("safety.open.password")}</label>
              <input
                id="open-password"
                type="password"
                autoComplete="off"
                className="field"
                value={password}
                onChange={(e) => setPassword(e.target.value)}
              />
            </div>
            {job && chosen && <JobBar job={job} what={t("safety.open.what")} />}
            {fault && <Problem text={faultWords(fault)} />}
            <div className="row end">
              <button type="button" className="btn" onClick={onClose}>
                {t("act.cancel")}
              </button>
              <button type="submit" className="btn pri" disabled={chosen === null || job !== null}>
                {t("safety.open.look")}
              </button>
            </div>
          </form>
        )}
      </div>
    </Modal>
  );
}

interface Sides {
  there: TableCount[];
  here: TableCount[];
  /** Nothing was brought in yet, so the two may well differ. */
  before?: boolean;
}

function Compared({ there, here, before = false }: Sides) {
  const { t } = useTranslation();
  const nameOf = useTableName();
  return (
    <table className="lines">
      <thead>
        <tr>
          <th scope="col">{t("safety.open.table")}</th>
          <th scope="col" className="num">
            {t("safety.open.there")}
          </th>
          <th scope="col" className="num">
            {t(before ? "safety.open.here" : "safety.open.hereNow")}
          </th>
        </tr>
      </thead>
      <tbody>
        {sideBySide(there, here).map((line) => {
          const differs = !before && line.there !== line.here;
          return (
            <tr key={line.table} className={differs ? "red" : undefined}>
              <td>{nameOf(line)}</td>
              <td className="num">{line.there}</td>
              <td className="num">
                {differs && `${t("safety.open.unequal")} `}
                {line.here}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
