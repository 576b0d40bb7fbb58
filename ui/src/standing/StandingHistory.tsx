import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { MoneySum, Named, PartSums, StandingEntry, StandingFile } from "../bindings/types";
import { useDesk } from "../desk";
import { moment, wordDay } from "../lib/day";
import { showMoney } from "../lib/money";
import { fieldWord } from "../project/words";
import { PART_MONEY } from "./parts";

interface Props {
  file: StandingFile;
  /** A link leads to another project. */
  onLeave: () => void;
}

/** The present state, and the projects this one came from or went into. */
export function StandingNow({ file, onLeave }: Props) {
  const { t } = useTranslation();
  const relations = (
    [
      ["mergedInto", file.merged_into ? [file.merged_into] : []],
      ["mergedFrom", file.merged_from],
      ["partOf", file.parent ? [file.parent] : []],
    ] as const
  ).filter(([, projects]) => projects.length > 0);
  return (
    <dl className="standing-now">
      <div>
        <dt>{t("standing.now")}</dt>
        <dd>
          <b>{file.name}</b>
          <span className="tag">{t(`choice.standing.${file.now}`)}</span>
          <span className="note">{t(file.counted ? "standing.counted" : "standing.notCounted")}</span>
        </dd>
      </div>
      {relations.map(([word, projects]) => (
        <div key={word}>
          <dt>{t(`standing.${word}`)}</dt>
          <dd>
            <Names projects={projects} onLeave={onLeave} />
          </dd>
        </div>
      ))}
      {file.parts && <Parts sums={file.parts} onLeave={onLeave} />}
    </dl>
  );
}

function Names({ projects, onLeave }: { projects: readonly Named[]; onLeave: () => void }) {
  return projects.map((one) => (
    <Link key={one.id} to="/project/$id" params={{ id: one.id }} className="link" onClick={onLeave}>
      {one.name}
    </Link>
  ));
}

/** The parts beside the whole; what does not add up is said, not hidden. */
function Parts({ sums, onLeave }: { sums: PartSums; onLeave: () => void }) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const cells = (sum: MoneySum) =>
    PART_MONEY.map((field) => (
      <td className="num" key={field}>
        {showMoney(sum[field], unit)}
      </td>
    ));
  return (
    <div className="wide">
      <table className="lines">
        <thead>
          <tr>
            <th scope="col">
              {t("standing.parts")}{" "}
              {sums.basis === null ? (
                <span className="red">{t("standing.basisOpen")}</span>
              ) : (
                <span className="i3">{t(`standing.bases.${sums.basis}`)}</span>
              )}
            </th>
            {PART_MONEY.map((field) => (
              <th scope="col" className="num" key={field} style={{ width: 112 }}>
                {fieldWord(field)} <span className="i3">{t(`money.${unit}`)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sums.parts.map((part) => (
            <tr key={part.id}>
              <td>
                <Names projects={[part]} onLeave={onLeave} />
              </td>
              {cells(part.money)}
            </tr>
          ))}
          <tr>
            <td className="i2">{t("standing.sum")}</td>
            {cells(sums.sum)}
          </tr>
          <tr>
            <td className="i2">{t("standing.whole")}</td>
            {cells(sums.whole)}
          </tr>
          <tr>
            <td className="b">{t("standing.difference")}</td>
            {cells(sums.difference)}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** What happened so far, newest first, with its reason and paper. */
export function StandingHistory({ file, onLeave }: Props) {
  const { t } = useTranslation();
  return (
    <section className="standing-past">
      <div className="cap">
        <h3>{t("standing.history")}</h3>
      </div>
      {file.history.length === 0 && <p className="note">{t("standing.none")}</p>}
      <ul>
        {file.history.map((entry) => (
          <Entry key={entry.change.id} entry={entry} onLeave={onLeave} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ entry, onLeave }: { entry: StandingEntry; onLeave: () => void }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const { change } = entry;
  const words = [
    change.name_before && t("standing.formerly", { name: change.name_before }),
    change.reason,
    change.document,
    change.expected_until && t("standing.expects", { day: wordDay(change.expected_until, lang) }),
  ].filter(Boolean);
  return (
    <li>
      <span className="i2">{change.happened_on}</span>
      <b>{t(`standing.kind.${change.standing}`)}</b>
      <span className="grow">
        {words.join("　")} <Names projects={entry.others} onLeave={onLeave} />
      </span>
      <span className="note">{t("standing.by", { person: entry.person, at: moment(entry.ms).slice(0, 10) })}</span>
    </li>
  );
}
