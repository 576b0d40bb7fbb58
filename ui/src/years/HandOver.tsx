import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DutyHolders, Move } from "../bindings/types";
import { DayInput } from "../controls/DayInput";
import { Problem } from "../controls/Problem";
import { Tick } from "../controls/Tick";
import { useSubmit } from "../controls/useSubmit";
import { useDesk } from "../desk";
import { faultWords, fieldFault } from "../errors";
import { Broken } from "../frame/Broken";
import { act, useAsk } from "../query";

/** 包保领导 who moved hand over by a date; projects without anybody are listed and assigned. */
export function HandOver() {
  const { t } = useTranslation();
  const asked = useAsk("duty_holders", { role: "leader" });
  if (asked.isError) return <Broken fault={asked.error.fault} retry={() => void asked.refetch()} />;
  if (!asked.data) return null;
  if (asked.data.holders.length === 0 && asked.data.unassigned.length === 0) {
    return (
      <div className="hollow">
        <section className="empty">
          <h2>{t("years.duties.none")}</h2>
          <p className="i2">{t("years.duties.noneLead")}</p>
        </section>
      </div>
    );
  }
  return <Sheet all={asked.data} />;
}

function Sheet({ all }: { all: DutyHolders }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const [since, setSince] = useState(desk.today);
  const [to, setTo] = useState<Record<string, string>>({});
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [new_, setNew] = useState("");
  const { fault, submit } = useSubmit();
  const moves: Move[] = Object.entries(to)
    .filter(([, name]) => name.trim() !== "")
    .map(([from, name]) => ({ from, to: name, projects: null }));
  const open = all.unassigned.filter((one) => picked.has(one.id));
  if (open.length > 0) moves.push({ from: null, to: new_, projects: open.map((one) => one.id) });
  const handOver = (e: FormEvent) => {
    e.preventDefault();
    void submit(
      () => act("duty_hand_over", { role: "leader", since, moves }),
      () => {
        setTo({});
        setPicked(new Set());
        setNew("");
      },
    );
  };
  return (
    <form className="versions" onSubmit={handOver} noValidate>
      <div className="handing">
        <section className="scrolls" aria-label={t("years.duties.holder")}>
          <table className="lines">
            <thead>
              <tr>
                <th scope="col">{t("years.duties.holder")}</th>
                <th scope="col" className="num" style={{ width: 72 }}>
                  {t("years.duties.projects")}
                </th>
                <th scope="col" style={{ width: "40%" }}>
                  {t("years.duties.to")}
                </th>
              </tr>
            </thead>
            <tbody>
              {all.holders.map((holder) => (
                <tr key={holder.name}>
                  <td title={holder.projects.map((one) => one.name).join("\n")}>
                    {holder.name} <span className="i3">{holder.title}</span>
                  </td>
                  <td className="num">{holder.projects.length}</td>
                  <td>
                    <input
                      className="field"
                      value={to[holder.name] ?? ""}
                      placeholder={t("years.duties.leave")}
                      aria-label={t("years.duties.toOf", { name: holder.name })}
                      onChange={(e) => setTo({ ...to, [holder.name]: e.target.value })}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <Unassigned all={all} picked={picked} onPick={setPicked} name={new_} onName={setNew} />
      </div>
      <div className="acts">
        <span className="i2">{t("years.duties.since")}</span>
        <span style={{ width: 136 }}>
          <DayInput
            label={t("years.duties.since")}
            value={since}
            max={desk.today}
            bad={fieldFault(fault, "since") !== null}
            onPick={setSince}
          />
        </span>
        <button type="submit" className="btn pri" disabled={moves.length === 0}>
          {t("years.duties.move")}
        </button>
        <span className="note cut">{t("years.duties.note")}</span>
        <Problem text={fault && (fieldFault(fault, "since") ?? faultWords(fault))} />
      </div>
    </form>
  );
}

interface UnassignedProps {
  all: DutyHolders;
  picked: ReadonlySet<string>;
  onPick: (picked: ReadonlySet<string>) => void;
  name: string;
  onName: (name: string) => void;
}

function Unassigned({ all, picked, onPick, name, onName }: UnassignedProps) {
  const { t } = useTranslation();
  const list = all.unassigned;
  const whole = list.length > 0 && list.every((one) => picked.has(one.id));
  return (
    <section className="scrolls" aria-label={t("years.duties.unassigned")}>
      <div className="cap">
        <Tick
          checked={whole}
          partly={picked.size > 0}
          disabled={list.length === 0}
          label={t("years.duties.pickAll")}
          onTick={(to) => onPick(to ? new Set(list.map((one) => one.id)) : new Set())}
        />
        <h2>{t("years.duties.unassigned")}</h2>
        <span className="n">{list.length}</span>
        <span className="grow" />
        <input
          className="field"
          style={{ width: 140 }}
          value={name}
          placeholder={t("years.duties.assign")}
          aria-label={t("years.duties.assign")}
          disabled={picked.size === 0}
          onChange={(e) => onName(e.target.value)}
        />
      </div>
      {list.length === 0 && <p className="note">{t("years.duties.unassignedNone")}</p>}
      <ul className="plainlist">
        {list.map((one) => (
          <li key={one.id}>
            <Tick
              checked={picked.has(one.id)}
              label={t("years.duties.pick", { name: one.name })}
              onTick={(to) => {
                const next = new Set(picked);
                if (to) next.add(one.id);
                else next.delete(one.id);
                onPick(next);
              }}
            />
            <span className="cut">{one.name}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
