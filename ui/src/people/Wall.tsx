import { useNavigate, useSearch } from "@tanstack/react-router";
import { Select } from "antd";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { WallBy, Wall as WallData, WallHolder } from "../bindings/types";
import { NoLedger } from "../controls/NoLedger";
import { Broken } from "../frame/Broken";
import { isIme } from "../lib/ime";
import { choiceWord } from "../project/fields";
import { useAsk } from "../query";
import { call } from "../rpc";
import { type PeopleSearch, WALLS } from "./tabs";
import { cutOf, WallExport } from "./WallExport";
import { WallProjects } from "./WallProjects";

/** What a way of looking at the wall is called: the office's own word for the role. */
export function wallWord(by: WallBy, unit: string): string {
  return by === "responsible_unit" ? unit : choiceWord("role", by);
}

/** 责任墙: who is in charge of how many projects, and first of all those nobody is in charge of. */
export function Wall() {
  const { t } = useTranslation();
  const { by = "leader", name } = useSearch({ from: "/people" });
  const navigate = useNavigate();
  const asked = useAsk("wall_get", { by });
  const [open, setOpen] = useState(false);
  const go = (search: PeopleSearch) =>
    void navigate({ to: "/people", search: { ...search, tab: "wall" }, replace: true });
  if (asked.isError) return <Broken fault={asked.error.fault} retry={() => void asked.refetch()} />;
  const wall = asked.data;
  if (!wall) return null;
  if (wall.projects === 0) return <NoLedger title={t("wall.none")} />;
  const word = wallWord(by, t("wall.unit"));
  const shown = name ?? (wall.lacking > 0 ? undefined : wall.holders[0]?.name);
  return (
    <>
      <div className="bar">
        <Select
          aria-label={t("wall.by")}
          value={by}
          open={open}
          onOpenChange={setOpen}
          options={WALLS.map((value) => ({ value, label: wallWord(value, t("wall.unit")) }))}
          style={{ width: 160 }}
          onChange={(to: WallBy) => go({ by: to })}
        />
        <Sum wall={wall} by={by} word={word} />
        <span className="grow" />
        <WallExport
          projects={() => everybodys(wall)}
          cut={cutOf(by)}
          label={t("wall.export")}
          lead={(count) => t("wall.exportAll", { count })}
        />
      </div>
      <div className="two-panes wall">
        <Holders wall={wall} at={shown} word={word} onGo={(to) => go(to === undefined ? { by } : { by, name: to })} />
        <WallProjects key={`${by} ${shown ?? ""}`} by={by} name={shown} word={word} wall={wall} />
      </div>
    </>
  );
}

/** The projects of all lines; several can be in charge of one. */
async function everybodys(wall: WallData): Promise<string[]> {
  const names = [null, ...wall.holders.map((holder) => holder.name)];
  const lines = await Promise.all(names.map((name) => call("wall_projects", { by: wall.by, name })));
  return [...new Set(lines.flatMap(({ value }) => value.map((project) => project.id)))];
}

/** 252 projects over 32 leaders, 7.9 each, 7 to 8. */
function Sum({ wall, by, word }: { wall: WallData; by: WallBy; word: string }) {
  const { t } = useTranslation();
  const mean = wall.mean === null ? null : (Math.round(wall.mean / 100) / 10).toFixed(1);
  return (
    <span className="note">
      {mean === null
        ? t("wall.sumNone", { projects: wall.projects, word })
        : t(by === "responsible_unit" ? "wall.sumUnits" : "wall.sum", {
            projects: wall.projects,
            people: wall.holders.length,
            word,
            mean,
            least: wall.least,
            most: wall.most,
          })}
    </span>
  );
}

interface HoldersProps {
  wall: WallData;
  at: string | undefined;
  word: string;
  onGo: (name: string | undefined) => void;
}

function Holders({ wall, at, word, onGo }: HoldersProps) {
  const { t } = useTranslation();
  const press = (e: KeyboardEvent<HTMLElement>) => {
    const by = e.key === "ArrowDown" ? 1 : e.key === "ArrowUp" ? -1 : 0;
    if (by === 0 || isIme(e)) return;
    e.preventDefault();
    const all = [...e.currentTarget.querySelectorAll<HTMLElement>("button")];
    all[all.indexOf(document.activeElement as HTMLElement) + by]?.focus();
  };
  const line = (holder: WallHolder) => (
    <button
      key={holder.name}
      type="button"
      className={holder.name === at ? "unit on" : "unit"}
      aria-current={holder.name === at ? "true" : undefined}
      onClick={() => onGo(holder.name)}
    >
      <span className="who cut" title={holder.name}>
        <b>{holder.name}</b>
        <span className="u">{[holder.unit, holder.title].filter(Boolean).join(" ")}</span>
      </span>
      <span className="meter" aria-hidden="true">
        <i style={{ width: `${Math.round((holder.projects * 100) / Math.max(wall.most, 1))}%` }} />
      </span>
      <span className="n">{holder.projects}</span>
    </button>
  );
  return (
    <nav className="units" aria-label={t("wall.holders", { word })} onKeyDown={press}>
      <button
        type="button"
        className={at === undefined ? "unit on" : "unit"}
        aria-current={at === undefined ? "true" : undefined}
        onClick={() => onGo(undefined)}
      >
        <span className={wall.lacking > 0 ? "grow red" : "grow"}>{t("wall.lacking")}</span>
        <span className="n">{wall.lacking}</span>
      </button>
      <div className="scrolls">{wall.holders.map(line)}</div>
    </nav>
  );
}
