import { Link, useRouterState } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Waits as Counted } from "../bindings/types";
import { useDesk } from "../desk";
import { Lamp } from "../frame/icons";
import { useAsk } from "../query";
import { call } from "../rpc";
import { isMine } from "../today/mine";

/** The last answer: the bar of the next page begins with it. */
let last: { of: string; counted: Counted } | null = null;

/** A change is counted after what is shown has been asked anew. */
const AFTER_MS = 300;

/** How long the last count took: a large desk is counted the less often, and never more than a fifth of the time. */
let took = 0;

/** What is overdue and what falls due, counted as 今日 counts it; nothing waits for the answer. */
function useWaits(): Counted | null {
  const { desk } = useDesk();
  const { dataUpdatedAt } = useAsk("desk_get", {});
  const mine = isMine(desk.office?.id);
  const of = `${desk.office?.id ?? ""} ${mine}`;
  const [, turn] = useState(0);
  const none = desk.projects === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whatever was changed, the desk was asked anew
  useEffect(() => {
    if (none) return;
    let gone = false;
    const count = async () => {
      const began = performance.now();
      const { value } = await call("today_waits", { mine });
      took = performance.now() - began;
      last = { of, counted: value };
      if (!gone) turn((n) => n + 1);
    };
    // What cannot be asked now is no matter to speak of: the page itself says it.
    const wait = setTimeout(() => void count().catch(() => undefined), Math.max(AFTER_MS, 4 * took));
    return () => {
      gone = true;
      clearTimeout(wait);
    };
  }, [of, mine, none, desk.today, dataUpdatedAt]);
  return none || last?.of !== of ? null : last.counted;
}

const KINDS = ["overdue", "near"] as const;
const SHADE = { overdue: "red", near: "amber" } as const;

/** Counters of the top bar, each the way to the list it counts; the day's page has them over that list. */
export function Waits() {
  const { t } = useTranslation();
  const waits = useWaits();
  const path = useRouterState({ select: (state) => state.location.pathname });
  if (waits === null || path === "/today") return null;
  return (
    <nav className="waits" aria-label={t("today.counts")}>
      {KINDS.map((kind) => {
        const shade = waits[kind] === 0 ? "ring" : SHADE[kind];
        return (
          <Link key={kind} to="/today" search={{ waiting: kind }} title={t(`today.waitingWhy.${kind}`)}>
            <Lamp shade={shade} label={t(`shade.${shade}`)} />
            <span className="w">{t(`today.waiting.${kind}`)}</span>{" "}
            <b className={waits[kind] === 0 ? "i3" : undefined}>{waits[kind]}</b>
          </Link>
        );
      })}
    </nav>
  );
}
