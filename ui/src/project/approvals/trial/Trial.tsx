import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectFile, Trial as Tried } from "../../../bindings/types";
import { Problem } from "../../../controls/Problem";
import { Seg } from "../../../controls/Seg";
import { useDesk } from "../../../desk";
import { shortWords } from "../../../errors";
import { wordDay } from "../../../lib/day";
import { useAsk, useDo } from "../../../query";
import { FastOffer } from "../fast/FastOffer";
import { changesOf, NOTHING, rowsOf, usePicks } from "./picks";
import { Result } from "./Result";
import { Ways } from "./Ways";
import "./trial.css";

/** 一会三函 as it is tried; the day of the papers is nothing without one of the letters. */
const triedLetters = (letters: string, by: string) =>
  letters === "" ? {} : { letters_on: letters, ...(by !== "" && { formal_by: by }) };

/** Whether the formal papers would be there by the day that is tried. */
function Good({ trial }: { trial: Tried }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const { fast, formal_on } = trial;
  if (!fast || formal_on === null) return null;
  const day = wordDay(formal_on, lang);
  if (fast.late_days === null) return <p className="note trial-fast">{t("fast.triedGood", { day })}</p>;
  return <p className="amber trial-fast">{t("fast.triedLate", { day, count: fast.late_days })}</p>;
}

/** 测算: what might be done quicker on the left, what it would bring on the right. Nothing is written before it is adopted. */
export function Trial({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const project = file.project.id;
  const { items } = file.checklist;
  const [picks, setPicks] = usePicks(project);
  const [limits, setLimits] = useState<"promise" | "law">("promise");
  const [letters, setLetters] = useState("");
  const [goodBy, setGoodBy] = useState("");
  const found = useRef<HTMLElement>(null);
  const by_law = limits === "law";
  const changes = changesOf(picks);
  const first = useAsk("approval_trial", { project, changes: [], by_law });
  const now = useAsk("approval_trial", { project, changes, by_law, ...triedLetters(letters, goodBy) });
  const adopt = useDo("approval_adopt");
  const fault = adopt.error?.fault ?? now.error?.fault;
  const circle = (now.data?.moves.circle.length ?? 0) > 0;
  const stuck = changes.length === 0 || by_law || circle || !now.data || now.isPlaceholderData || adopt.isPending;
  // While they wait for each other nothing is offered: what was offered at first stays.
  const offered = circle ? first.data?.offers : now.data?.offers;
  const rows = rowsOf(first.data?.offers ?? [], offered ?? [], picks.offers);
  const take = () =>
    adopt.mutate(
      { project, changes, by_law: false },
      {
        onSuccess: () => {
          setPicks(NOTHING);
          found.current?.focus();
        },
      },
    );
  const change = (next: typeof picks) => {
    adopt.reset();
    setPicks(next);
  };
  return (
    <section className="trial" aria-label={t("path.view.trial")}>
      <div className="trial-bar">
        <Seg
          label={t("trial.limits")}
          value={limits}
          choices={(["promise", "law"] as const).map((value) => ({ value, text: t(`trial.by.${value}`) }))}
          onPick={setLimits}
        />
        {by_law && <span className="note">{t("trial.lawOnly")}</span>}
        {!by_law && letters !== "" && !file.checklist.fast && <span className="note">{t("trial.lettersApart")}</span>}
        <span className="grow" />
        <Problem text={fault && shortWords(fault)} />
        <button
          type="button"
          className="btn s flat"
          disabled={picks.offers.length + picks.own.length === 0}
          onClick={() => {
            change(NOTHING);
            found.current?.focus();
          }}
        >
          {t("trial.clear")}
        </button>
        <button type="button" className="btn s pri" disabled={stuck} onClick={take}>
          {t("trial.adopt")}
        </button>
      </div>
      <div className="trial-ways scrolls">
        <Ways
          items={items}
          picks={picks}
          rows={rows}
          none={rows.length === 0 && now.data ? t(circle ? "trial.untangle" : "trial.noOffers") : null}
          onPick={change}
        />
        <FastOffer file={file} letters={letters} onLetters={setLetters} by={goodBy} onBy={setGoodBy} />
      </div>
      <section className="trial-found scrolls" ref={found} tabIndex={-1} aria-label={t("trial.result")}>
        {file.checklist.fast && (
          <p className="note trial-fast">
            {t("trial.fast", { day: wordDay(file.checklist.fast.track.formal_by, lang) })}
          </p>
        )}
        {now.data?.fast && !file.checklist.fast && goodBy !== "" && <Good trial={now.data} />}
        {now.data && <Result trial={now.data} items={items} tried={changes.length > 0 || by_law || letters !== ""} />}
      </section>
    </section>
  );
}
