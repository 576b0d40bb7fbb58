import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { RoundInfo } from "../bindings/types";
import { useDesk } from "../desk";
import { Icon, Lamp } from "../frame/icons";
import { denseDay } from "../lib/day";
import { useAsk } from "../query";
import { clock, heapOf } from "../rounds/words";

/** 填报: the rounds that are open, and how many units have not reported. */
export function Rounds() {
  const { t } = useTranslation();
  const rounds = useAsk("round_list", {});
  const open = (rounds.data ?? []).filter((one) => one.round.closed_ms === null);
  return (
    <section aria-labelledby="td-rounds">
      <div className="cap">
        <h2 id="td-rounds">{t("today.rounds")}</h2>
      </div>
      {open.length === 0 && <p className="i2 td-say">{t("today.noRounds")}</p>}
      <ul className="td-rounds">
        {open.map((one) => (
          <Line key={one.round.id} one={one} />
        ))}
      </ul>
    </section>
  );
}

function Line({ one }: { one: RoundInfo }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const { round, counts, overdue } = one;
  const [came, open, look] = [heapOf(counts, "reported"), heapOf(counts, "missing"), heapOf(counts, "toLookAt")];
  const day = `${denseDay(round.due_on, desk.today.slice(0, 4))} ${clock(round.due_minute)}`;
  return (
    <li>
      {overdue ? <Lamp shade="red" label={t("shade.red")} /> : <Icon name="doc" />}
      <span className="td-stack">
        <Link to="/rounds/$id" params={{ id: round.id }} className="link ink cut">
          {round.name}
        </Link>
        <span className="i2 t12">{t(look > 0 ? "today.cameLook" : "today.came", { came, open, look })}</span>
      </span>
      <span className={overdue ? "red t12" : "i2 t12"}>{overdue ? t("today.late") : t("today.roundBy", { day })}</span>
    </li>
  );
}
