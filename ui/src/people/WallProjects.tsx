import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Wall, WallBy, WallProject } from "../bindings/types";
import { Tick } from "../controls/Tick";
import { useDesk } from "../desk";
import { shortDay } from "../lib/day";
import { showMoney } from "../lib/money";
import { LeaderPage } from "../paper/PaperButton";
import { choiceWord } from "../project/fields";
import { useAsk } from "../query";
import { AssignDialog } from "./AssignDialog";
import { HandOverDialog } from "./HandOverDialog";
import { WallExport } from "./WallExport";

interface Props {
  by: WallBy;
  /** Whose projects; nobody: those that lack one. */
  name: string | undefined;
  word: string;
  wall: Wall;
}

/**
 * The projects of one line of the wall. Those that lack somebody are given to one; those that have one are handed over,
 * so that nobody gets a second leader by the way. A unit is a field of the project: another takes its place.
 */
export function WallProjects({ by, name, word, wall }: Props) {
  const { t } = useTranslation();
  const { desk, unit } = useDesk();
  const asked = useAsk("wall_projects", { by, name: name ?? null });
  const [chosen, setChosen] = useState(() => new Set<string>());
  const [dialog, setDialog] = useState<"assign" | "hand" | null>(null);
  // What is still shown of the line before is not this line's.
  const projects = asked.isPlaceholderData ? [] : (asked.data ?? []);
  const picked = projects.filter((project) => chosen.has(project.id));
  const done = () => {
    setDialog(null);
    setChosen(new Set());
  };
  const flip = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const all = projects.length > 0 && picked.length === projects.length;
  const others = (["leader", "chief_service_officer", "liaison"] as const).filter((role) => role !== by);
  return (
    <div className="pane wall-projects">
      <div className="cap">
        <h2>{name ?? t("wall.lackingOf", { word })}</h2>
        <span className="n">{t("wall.projects", { count: projects.length })}</span>
        <div className="grow" />
        {picked.length > 0 && <span className="n">{t("wall.chosen", { count: picked.length })}</span>}
        {by === "leader" && name !== undefined && <LeaderPage leader={name} today={desk.today} />}
        <WallExport
          disabled={projects.length === 0}
          projects={async () => (picked.length > 0 ? picked : projects).map((project) => project.id)}
          lead={(count) => t("wall.exportOf", { count, name: name ?? t("wall.lackingOf", { word }) })}
        />
        {(name === undefined || by === "responsible_unit") && (
          <button type="button" className="btn s" disabled={picked.length === 0} onClick={() => setDialog("assign")}>
            {t("wall.assign", { word })}
          </button>
        )}
        {name !== undefined && by !== "responsible_unit" && (
          <button type="button" className="btn s" onClick={() => setDialog("hand")}>
            {t("wall.handOver")}
          </button>
        )}
      </div>
      <div className="scrolls">
        {projects.length === 0 && !asked.isPlaceholderData && asked.isSuccess ? (
          <p className="note none">{t(name === undefined ? "wall.nobodyLacks" : "wall.noProjects", { word })}</p>
        ) : (
          <table className="lines">
            <thead>
              <tr>
                <th scope="col" style={{ width: 40 }}>
                  <Tick
                    checked={all}
                    partly={picked.length > 0}
                    label={t("wall.all")}
                    onTick={(on) => setChosen(new Set(on ? projects.map((p) => p.id) : []))}
                  />
                </th>
                <th scope="col">{t("column.name")}</th>
                <th scope="col" className="c-region">
                  {t("column.region")}
                </th>
                <th scope="col" className="c-stage">
                  {t("column.stage")}
                </th>
                <th scope="col" className="num c-money">
                  {t("column.total")} <span className="u">{t(`money.${unit}`)}</span>
                </th>
                {others.map((role) => (
                  <th key={role} scope="col" className="c-who" title={choiceWord("role", role)}>
                    {choiceWord("role", role)}
                  </th>
                ))}
                {name !== undefined && by !== "responsible_unit" && (
                  <th scope="col" style={{ width: 88 }}>
                    {t("field.since")}
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {projects.map((project) => (
                <Line
                  key={project.id}
                  project={project}
                  others={others.map((role) => project[role])}
                  since={name !== undefined && by !== "responsible_unit"}
                  chosen={chosen.has(project.id)}
                  onTick={(on) => flip(project.id, on)}
                />
              ))}
            </tbody>
          </table>
        )}
      </div>
      {dialog === "assign" && (
        <AssignDialog
          by={by}
          word={word}
          projects={picked.map((p) => p.id)}
          wall={wall}
          onClose={() => setDialog(null)}
          onDone={done}
        />
      )}
      {dialog === "hand" && name !== undefined && by !== "responsible_unit" && (
        <HandOverDialog
          role={by}
          from={name}
          all={projects.length}
          chosen={picked.map((p) => p.id)}
          wall={wall}
          onClose={() => setDialog(null)}
          onDone={done}
        />
      )}
    </div>
  );
}

interface LineProps {
  project: WallProject;
  others: (string | null)[];
  since: boolean;
  chosen: boolean;
  onTick: (on: boolean) => void;
}

function Line({ project, others, since, chosen, onTick }: LineProps) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  return (
    <tr className={chosen ? "sel" : undefined}>
      <td>
        <Tick checked={chosen} label={t("wall.choose", { name: project.name })} onTick={onTick} />
      </td>
      <td title={project.name}>
        <Link to="/project/$id" params={{ id: project.id }} className="link">
          {project.name}
        </Link>
      </td>
      <td title={project.region_name ?? undefined}>{project.region_name}</td>
      <td>{t(`stage.${project.stage}`)}</td>
      <td className="num">{project.total === null ? "" : showMoney(project.total, unit)}</td>
      {others.map((name, n) => (
        <td key={n}>{name}</td>
      ))}
      {since && <td>{shortDay(project.since)}</td>}
    </tr>
  );
}
