import { Select } from "antd";
import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AcceptFile, Collected, Fault, FileFate, FileGuess, Returned, RoundPage } from "../bindings/types";
import { JobBar } from "../controls/JobBar";
import { Problem } from "../controls/Problem";
import { Tick } from "../controls/Tick";
import { faultWords } from "../errors";
import { Icon, Lamp } from "../frame/icons";
import { newJob } from "../lib/job";
import { act } from "../query";
import { Refused } from "../rpc";
import { InboxFile } from "./InboxFile";
import { shareWords } from "./words";

interface Props {
  page: RoundPage;
  found: Collected;
  onDone: () => void;
}

/** What the officer says of one file; `null` leaves it out. */
interface Said {
  unit: string | null;
  fate: FileFate | null;
  add_new: boolean;
  /** Lines that are like a project of the desk and are to be added all the same. */
  add_like: number[];
  /** Projects that take the name the file gives them. */
  rename: string[];
}

const NOTHING = { add_new: true, add_like: [], rename: [] };

const PROPOSED: Record<FileGuess, FileFate | null> = {
  table: "taken",
  stale: "stale",
  picture: "picture",
  repeat: null,
  unknown: null,
};

/** What may become of a file that is this or that. */
function fates(file: Returned): FileFate[] {
  const table = file.problem === null && file.guess !== "picture";
  return table ? ["taken", "returned", "stale", "zero", "sealed"] : ["picture", "sealed", "zero"];
}

/** 收件箱: each file with its unit, what it would do and what is wrong; all of it is taken in with one action. */
export function Inbox({ page, found, onDone }: Props) {
  const { t } = useTranslation();
  const [said, setSaid] = useState<Said[]>(
    found.files.map((file) => ({
      unit: file.unit,
      fate: file.unit ? PROPOSED[file.guess] : null,
      ...NOTHING,
    })),
  );
  const [open, setOpen] = useState<number | null>(found.files.length === 1 ? 0 : null);
  const [fault, setFault] = useState<Fault | null>(null);
  const [job, setJob] = useState<string | null>(null);
  const say = (at: number, change: Partial<Said>) =>
    setSaid(said.map((one, n) => (n === at ? { ...one, ...change } : one)));
  const taken = said.flatMap(({ unit, fate, ...more }, key): AcceptFile[] =>
    fate !== null && unit !== null ? [{ key, unit, fate, ...more }] : [],
  );
  const register = async () => {
    const id = newJob();
    setFault(null);
    setJob(id);
    try {
      await act("round_register", { session: found.session, files: taken, job: id });
      onDone();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFault(error.fault);
    } finally {
      setJob(null);
    }
  };
  return (
    <>
      <div className="scrolls grow">
        <table className="lines rd inbox">
          <thead>
            <tr>
              <th scope="col" style={{ width: 28 }} aria-label={t("rounds.details")} />
              <th scope="col">{t("rounds.file")}</th>
              <th scope="col" style={{ width: 152 }}>
                {t("rounds.unit")}
              </th>
              <th scope="col" style={{ width: 168 }}>
                {t("rounds.guessHead")}
              </th>
              <th scope="col" style={{ width: 216 }}>
                {t("rounds.content")}
              </th>
              <th scope="col" style={{ width: 88 }}>
                {t("rounds.totals")}
              </th>
              <th scope="col" className="num" style={{ width: 64 }}>
                {t("rounds.faults")}
              </th>
              <th scope="col" style={{ width: 136 }}>
                {t("rounds.whatToDo")}
              </th>
            </tr>
          </thead>
          <tbody>
            {found.files.map((file, at) => {
              const one = said[at] ?? { unit: null, fate: null, ...NOTHING };
              const line = { file, said: one, page, on: open === at };
              return (
                <Fragment key={`${found.session} ${file.name}`}>
                  <Line {...line} onOpen={() => setOpen(open === at ? null : at)} onSay={(change) => say(at, change)} />
                  {open === at && (
                    <tr className="detail">
                      <td colSpan={8}>
                        <InboxFile
                          session={found.session}
                          at={at}
                          file={file}
                          unit={one.unit}
                          added={one.fate === "taken" ? one.add_like : null}
                          onAdd={(add_like) => say(at, { add_like })}
                          renames={one.fate === "taken" ? one.rename : null}
                          onRename={(rename) => say(at, { rename })}
                        />
                        {file.new > 0 && one.fate === "taken" && (
                          <Tick checked={one.add_new} onTick={(add_new) => say(at, { add_new })}>
                            {t("rounds.addNew", { count: file.new })}
                          </Tick>
                        )}
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
      <footer className="acts">
        <button type="button" className="btn" onClick={onDone}>
          {t("rounds.leave")}
        </button>
        <span className="note cut">{t("rounds.leaveNote")}</span>
        <div className="grow" />
        {job && <JobBar job={job} what={t("rounds.inbox")} />}
        <Problem text={fault && faultWords(fault)} />
        <button
          type="button"
          className="btn pri"
          disabled={taken.length === 0 || job !== null}
          onClick={() => void register()}
        >
          {t("rounds.register", { count: taken.length })}
        </button>
      </footer>
    </>
  );
}

interface LineProps {
  file: Returned;
  said: Said;
  page: RoundPage;
  on: boolean;
  onOpen: () => void;
  onSay: (change: Partial<Said>) => void;
}

function Line({ file, said, page, on, onOpen, onSay }: LineProps) {
  const { t } = useTranslation();
  const wrong = file.totals.filter((total) => total.in_sheet !== total.sum).length;
  const table = file.problem === null && file.guess !== "picture" && file.guess !== "unknown";
  return (
    <tr className={on ? "sel" : ""}>
      <td className="mid">
        <button
          type="button"
          className="btn flat s sq"
          aria-expanded={on}
          aria-label={t("rounds.detailsOf", { name: file.name })}
          onClick={onOpen}
        >
          <Icon name={on ? "down" : "right"} size={12} />
        </button>
      </td>
      <th scope="row" title={file.name}>
        {file.name}
      </th>
      <td className="control">
        <Select
          aria-label={t("rounds.unitOf", { name: file.name })}
          placeholder={t("rounds.chooseUnit")}
          value={said.unit}
          showSearch
          optionFilterProp="label"
          options={page.units.map(({ unit }) => ({ value: unit.id, label: unit.name }))}
          onChange={(unit: string) =>
            onSay({ unit, fate: said.fate ?? PROPOSED[file.guess], add_like: [], rename: [] })
          }
          style={{ width: "100%" }}
        />
      </td>
      <td title={file.known_by ? t(`rounds.knownBy.${file.known_by}`) : undefined}>
        <Guess file={file} />
      </td>
      <td className="i2">{table && <Content file={file} />}</td>
      <td>
        {file.totals.length > 0 && (
          <span className="row">
            <Lamp shade={wrong === 0 ? "green" : "red"} label={t(wrong === 0 ? "rounds.agree" : "rounds.differ")} />
            {t(wrong === 0 ? "rounds.agree" : "rounds.differ")}
          </span>
        )}
      </td>
      <td className={file.faults.length === 0 ? "num i3" : "num"}>{table ? file.faults.length : ""}</td>
      <td className="control">
        <Select
          aria-label={t("rounds.fateOf", { name: file.name })}
          value={said.fate ?? ""}
          options={[
            { value: "", label: t("rounds.fate.none") },
            ...fates(file).map((fate) => ({ value: fate, label: t(`rounds.fate.${fate}`) })),
          ]}
          onChange={(fate) => onSay({ fate: fate === "" ? null : (fate as FileFate) })}
          style={{ width: "100%" }}
        />
      </td>
    </tr>
  );
}

function Guess({ file }: { file: Returned }) {
  const { t } = useTranslation();
  const shade = file.guess === "table" ? "green" : file.guess === "unknown" ? "red" : "amber";
  const words = () => {
    if (file.guess !== "stale") return t(`rounds.guess.${file.guess}`);
    if (file.stale === "alike") return t("rounds.staleAlike", { share: shareWords(file.alike ?? 0) });
    return t("rounds.staleOf", { round: file.of_round ?? "" });
  };
  return (
    <span className="row">
      <Lamp shade={shade} label={t(`rounds.guess.${file.guess}`)} />
      <span className="cut" title={words()}>
        {words()}
      </span>
    </span>
  );
}

/** 新增 1 变化 3 无变化 0 缺失 1 疑似更名 1 疑似重复 1; what is none is not said. */
function Content({ file }: { file: Returned }) {
  const { t } = useTranslation();
  const counts = [
    ["new", file.new],
    ["changed", file.changed],
    ["same", file.same],
    ["missing", file.missing.length],
    ["renamed", file.renamed.length],
    ["theirs", file.theirs],
    ["known", file.known],
    ["like", file.like],
  ] as const;
  const told = counts.filter(([, count]) => count > 0).map(([kind, count]) => t(`rounds.counted.${kind}`, { count }));
  return <span title={told.join(" ")}>{told.join(" ")}</span>;
}
