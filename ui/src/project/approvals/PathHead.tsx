import { Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Listed, ProjectFile } from "../../bindings/types";
import { useDesk } from "../../desk";
import { Lamp, Ring } from "../../frame/icons";
import { i18next } from "../../i18n";
import { denseDay, wordDay } from "../../lib/day";
import { useAsk } from "../../query";
import { handWords } from "./hand";
import { useRoom } from "./path/useRoom";
import { fillOf, PERMIT, pressure } from "./states";
import { circleWords } from "./trial/words";
import { inHand, stuckOn, type Waits } from "./waiting";
import "./path.css";

interface Props {
  file: ProjectFile;
  /** Opens the item; without it the names lead to the approvals. */
  onPick?: (code: string) => void;
}

/** When construction may begin and what holds it up, in one sentence; below it, who holds what. */
export function PathHead({ file, onPick }: Props) {
  const { t } = useTranslation();
  const { lang, desk } = useDesk();
  const why = useAsk("board_project", { id: file.project.id });
  if (!why.data || why.isPlaceholderData) return <div className="path-head" />;
  const held = inHand(file.checklist.items);
  const words = sentence(file, stuckOn(held), why.data.known, desk.today, lang);
  const warns = file.begun ? "" : skippedWords(file, lang);
  const { circle } = file.checklist;
  if (words === "" && warns === "" && held.length === 0) return null;
  return (
    <div className="path-head">
      {(words || !onPick) && (
        <div className="path-line">
          {words && (
            <>
              <b>{t("path.lead")}</b>
              <p className={circle.length > 0 ? "path-says red" : "path-says"} title={words}>
                {words}
              </p>
            </>
          )}
          <span className="grow" />
          {!onPick && (
            <Link to="/project/$id" params={{ id: file.project.id }} search={{ tab: "approvals" }} className="link">
              {t("path.open")}
            </Link>
          )}
        </div>
      )}
      {warns && (
        <p className="amber path-warns" title={warns}>
          <Lamp shade="amber" label={t("shade.amber")} />
          <span className="cut">{warns}</span>
        </p>
      )}
      {held.length > 0 && <Waiting held={held} project={file.project.id} onPick={onPick} />}
    </div>
  );
}

/** So many are named; the others are counted. */
const NAMED = 4;

/** What is not there though something behind it was accepted or granted already: the start is not as sure as its day looks. */
function skippedWords({ checklist: { items, skipped } }: ProjectFile, lang: "zh" | "en"): string {
  const { t } = i18next;
  if (skipped.length === 0) return "";
  const names = items.filter((item) => skipped.includes(item.code)).map((item) => nameOf(item, lang));
  const first = names.slice(0, NAMED).join(t("approvals.list"));
  const told = names.length > NAMED ? t("path.skippedMore", { items: first }) : first;
  return t("path.skipped", { count: skipped.length, items: told });
}

function sentence(file: ProjectFile, stuck: Waits | null, known: boolean, today: string, lang: "zh" | "en"): string {
  const { t } = i18next;
  const { items, circle } = file.checklist;
  if (circle.length > 0) return t("path.circle", { items: circleWords(circle, items, lang) }) + t("path.stop");
  // A permit is looked forward to until it is there, however much was built before it; a start until work has begun.
  const permitted = items.some((i) => i.code === PERMIT && i.done);
  const permit = permitted ? null : file.checklist.permit_on;
  const start = file.begun ? null : file.checklist.start_on;
  const planned = file.project.started_planned;
  const late = start !== null && planned !== null && start > planned.slice(0, 10);
  const said = (day: string) => shortWords(day, today, lang);
  const parts = [
    permit && t("path.permit", { day: said(permit) }),
    start && t(file.checklist.fast?.start_on === start ? "path.startFast" : "path.start", { day: said(start) }),
    late && t("path.after", { day: said(planned) }),
    stuck &&
      t("path.stuck", {
        item: nameOf(stuck.item, lang),
        // Since when it lies there need not be known.
        how: [handWords(stuck.hand, lang), daysWords(stuck)].filter(Boolean).join(t("path.and")),
      }),
    !known && (permit || start) && t("path.unknown"),
  ].filter((part): part is string => typeof part === "string" && part !== "");
  return parts.length > 0 ? parts.join(t("path.and")) + t("path.stop") : "";
}

/** A day without its year while that is the current one; a month or a quarter in words. */
export const shortWords = (day: string, today: string, lang: "zh" | "en") =>
  day.includes("/") ? wordDay(day, lang) : denseDay(day, today.slice(0, 4));

export const nameOf = (item: Listed, lang: "zh" | "en") => (lang === "zh" ? item.name : item.name_en);

/** 超期 3 个工作日, 剩余 2 个工作日, 暂停计时; without a due day how long it has been there. */
function daysWords({ item, hand: { days } }: Waits): string | null {
  const { t } = i18next;
  if (item.stopped) return t("path.pause");
  const left = item.days_left;
  if (left === null) return days === null ? null : t("path.held", { count: days });
  if (left === 0) return t("path.today");
  return left < 0 ? t("path.over", { count: -left }) : t("path.left", { count: left });
}

const SHADE = { late: "red", soon: "amber" } as const;

interface WaitingProps extends Pick<Props, "onPick"> {
  held: Waits[];
  project: string;
}

/** What one of them needs to be read. */
const LEAST = 248;

function Waiting({ held, project, onPick }: WaitingProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const [all, setAll] = useState(false);
  const fit = Math.max(1, Math.floor(useRoom(list) / LEAST));
  const shown = all ? held : held.slice(0, fit);
  const rest = held.length - fit;
  return (
    <div className={all ? "path-waits all" : "path-waits"}>
      <b id="path-waits">{t("path.waiting")}</b>
      <ul aria-labelledby="path-waits" ref={list}>
        {shown.map((one) => (
          <Held key={one.item.code} held={one} project={project} onPick={onPick} />
        ))}
      </ul>
      {rest > 0 && (
        <button type="button" className="link t12" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t("path.less") : t("path.more", { count: rest })}
        </button>
      )}
    </div>
  );
}

function Held({ held, project, onPick }: { held: Waits; project: string } & Pick<Props, "onPick">) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const { item } = held;
  const press = pressure(item);
  const [who, what] = [handWords(held.hand, lang), nameOf(item, lang)];
  const words = (
    <>
      {press === "calm" ? (
        <Ring fill={fillOf(item.state)} />
      ) : (
        <Lamp shade={SHADE[press]} label={t(`shade.${SHADE[press]}`)} />
      )}
      <span className="path-who">{who}</span>
      <span className="i2 path-what">{what}</span>
      <b className={press === "late" ? "red" : press === "soon" ? "amber" : undefined}>{daysWords(held)}</b>
    </>
  );
  return (
    <li title={`${who} ${what}`}>
      {onPick ? (
        <button type="button" onClick={() => onPick(item.code)}>
          {words}
        </button>
      ) : (
        <Link to="/project/$id" params={{ id: project }} search={{ tab: "approvals" }}>
          {words}
        </Link>
      )}
    </li>
  );
}
