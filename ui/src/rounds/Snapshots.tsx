import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Tick } from "../controls/Tick";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { moment } from "../lib/day";
import { showMoney } from "../lib/money";
import { act, tryTo, useAsk } from "../query";

/** Every snapshot, and two of them (or one and now) to be compared. */
export function Snapshots() {
  const { t } = useTranslation();
  const { desk, unit } = useDesk();
  const navigate = useNavigate();
  const snapshots = useAsk("snapshot_list", {});
  const [picked, setPicked] = useState<string[]>([]);
  const [name, setName] = useState("");
  const list = snapshots.data ?? [];
  const pick = (id: string, on: boolean) =>
    setPicked(on ? [...picked, id].slice(-2) : picked.filter((one) => one !== id));
  /** The older one first; one alone is compared with now. */
  const compare = () => {
    const [to, from] = list.map((one) => one.snapshot.id).filter((id) => picked.includes(id));
    const search = from === undefined ? { from: to ?? "now", to: "now" } : { from, to: to ?? "now" };
    void navigate({ to: "/rounds/compare", search });
  };
  const take = (e: FormEvent) => {
    e.preventDefault();
    const called = name.trim() || t("rounds.snapshotOf", { day: desk.today });
    void tryTo(() => act("snapshot_save", { name: called, kind: "manual" })).then(() => setName(""));
  };
  return (
    <section aria-label={t("rounds.snapshots")}>
      <div className="cap">
        <h2>{t("rounds.snapshots")}</h2>
        <span className="n">{t("rounds.snapshotsLead")}</span>
        <button type="button" className="btn s more" disabled={picked.length === 0} onClick={compare}>
          {picked.length === 1 ? t("rounds.compareNow") : t("rounds.compareTwo")}
        </button>
      </div>
      {list.length > 0 && (
        <table className="lines rd narrow">
          <thead>
            <tr>
              <th scope="col" style={{ width: 40 }} aria-label={t("rounds.pick")} />
              <th scope="col">{t("rounds.name")}</th>
              <th scope="col" style={{ width: 88 }}>
                {t("rounds.kind")}
              </th>
              <th scope="col" style={{ width: 80 }}>
                {t("rounds.upTo")}
              </th>
              <th scope="col" style={{ width: 136 }}>
                {t("rounds.takenAt")}
              </th>
              <th scope="col" className="num" style={{ width: 96 }} title={t("rounds.countedOf")}>
                {t("rounds.countedProjects")}
              </th>
              <th scope="col" className="num" style={{ width: 136 }}>
                {t("column.total")} <span className="u">{t(`money.${unit}`)}</span>
              </th>
              <th scope="col" className="num" style={{ width: 136 }} title={t("rounds.sinceBegun")}>
                {t("column.done_total")} <span className="u">{t(`money.${unit}`)}</span>
              </th>
              <th scope="col" style={{ width: 48 }} aria-label={t("act.remove")} />
            </tr>
          </thead>
          <tbody>
            {list.map(({ snapshot, sums }) => (
              <tr key={snapshot.id}>
                <td>
                  <Tick
                    label={t("rounds.pickOne", { name: snapshot.name })}
                    checked={picked.includes(snapshot.id)}
                    onTick={(on) => pick(snapshot.id, on)}
                  />
                </td>
                <th scope="row">{snapshot.name}</th>
                <td>{t(`rounds.snapshotKind.${snapshot.kind}`)}</td>
                <td>{snapshot.period}</td>
                <td className="i2">{moment(snapshot.made_ms)}</td>
                <td className="num">{sums.count}</td>
                <td className="num">{showMoney(sums.total, unit)}</td>
                <td className="num">{showMoney(sums.done_total, unit)}</td>
                <td className="mid">
                  {snapshot.kind === "manual" && (
                    <button
                      type="button"
                      className="btn flat s sq"
                      title={t("act.remove")}
                      aria-label={t("registry.remove", { name: snapshot.name })}
                      onClick={() => void tryTo(() => act("snapshot_remove", { id: snapshot.id }))}
                    >
                      <Icon name="x" size={12} />
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <form className="row take" onSubmit={take}>
        <input
          className="field"
          aria-label={t("rounds.snapshotName")}
          placeholder={t("rounds.snapshotOf", { day: desk.today })}
          value={name}
          onChange={(e) => setName(e.target.value)}
        />
        <button type="submit" className="btn" disabled={desk.projects === 0}>
          {t("rounds.take")}
        </button>
      </form>
    </section>
  );
}
