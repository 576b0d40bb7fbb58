import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RestorePoint } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { faultWords } from "../errors";
import { undoneWords } from "../frame/words";
import { moment } from "../lib/day";
import { act, tryTo, useAsk, useDo } from "../query";
import { megabytes } from "./size";

/** 恢复点: what one can go back to, newest first. */
export function Points() {
  const { t } = useTranslation();
  const points = useAsk("restore_point_list", {});
  const restore = useDo("restore_point_restore", { quiet: true });
  const [asked, setAsked] = useState<{ point: string; about: About } | null>(null);
  const list = points.data ?? [];
  const go = (point: string) => {
    setAsked(null);
    restore.mutate({ point });
  };
  const before = restore.data?.before ?? null;
  const projects = restore.data?.counts.find((c) => c.table === "project")?.count ?? 0;
  return (
    <section className="points" aria-label={t("safety.points")}>
      <div className="cap">
        <h2>{t("safety.points")}</h2>
        <span className="n">{t("safety.pointsNote")}</span>
      </div>
      <NewPoint />
      <div role="status">
        {restore.data && (
          <p className="row told">
            {t("safety.restored", { count: projects })}
            {before !== null && (
              <button type="button" className="link" onClick={() => go(before)}>
                {t("safety.forward")}
              </button>
            )}
          </p>
        )}
      </div>
      <Problem text={restore.error && faultWords(restore.error.fault)} />
      {points.data?.length === 0 ? (
        <div className="empty">
          <h2>{t("safety.pointsNone")}</h2>
          <p className="i2">{t("safety.pointsLead")}</p>
        </div>
      ) : (
        <table className="lines">
          <thead>
            <tr>
              <th scope="col" style={{ width: 128 }}>
                {t("safety.when")}
              </th>
              <th scope="col" style={{ width: "30%" }}>
                {t("safety.kind")}
              </th>
              <th scope="col" className="num" style={{ width: 72 }}>
                {t("safety.projects")}
              </th>
              <th scope="col">{t("safety.last")}</th>
              <th scope="col" className="num" style={{ width: 96 }}>
                {t("safety.later")}
              </th>
              <th scope="col" className="num" style={{ width: 72 }}>
                {t("safety.size")} MB
              </th>
              <th scope="col" style={{ width: 176 }} aria-label={t("safety.act")} />
            </tr>
          </thead>
          <tbody>
            {list.map((point) => (
              <Line
                key={point.point}
                point={point}
                asked={asked?.point === point.point ? asked.about : null}
                busy={restore.isPending}
                onAsk={(about) => setAsked(about && { point: point.point, about })}
                onGo={() => go(point.point)}
                onRemove={() => {
                  setAsked(null);
                  void tryTo(() => act("restore_point_remove", { point: point.point }));
                }}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

/** What somebody is asked about a point before it is done. */
type About = "back" | "remove";

interface LineProps {
  point: RestorePoint;
  asked: About | null;
  busy: boolean;
  onAsk: (about: About | null) => void;
  onGo: () => void;
  onRemove: () => void;
}

function Line({ point, asked, busy, onAsk, onGo, onRemove }: LineProps) {
  const { t } = useTranslation();
  const at = moment(point.ms);
  const last = point.last;
  return (
    <>
      <tr className={asked === null ? undefined : "on"}>
        <td>{at}</td>
        <td className="cut" title={point.name ?? undefined}>
          {t(`safety.kinds.${point.kind}`)}
          {point.name !== null && <b className="name">{point.name}</b>}
        </td>
        <td className="num">{point.projects}</td>
        <td className="cut i2">{last && undoneWords(last)}</td>
        <td className="num">{point.later}</td>
        <td className="num">{megabytes(point.size)}</td>
        <td className="right">
          <button
            type="button"
            className="btn s"
            disabled={busy}
            aria-expanded={asked === "back"}
            onClick={() => onAsk(asked === "back" ? null : "back")}
          >
            {t("safety.back")}
          </button>{" "}
          <button
            type="button"
            className="btn s flat"
            aria-label={`${t("act.remove")} ${at}`}
            aria-expanded={asked === "remove"}
            onClick={() => onAsk(asked === "remove" ? null : "remove")}
          >
            {t("act.remove")}
          </button>
        </td>
      </tr>
      {asked !== null && (
        <tr className="on">
          <td colSpan={7}>
            <div className="row">
              <span className="grow">
                {asked === "remove"
                  ? t("safety.sureRemove")
                  : point.later > 0
                    ? t("safety.sure", { count: point.later })
                    : t("safety.sureNone")}
              </span>
              <button type="button" className="btn s pri" onClick={asked === "remove" ? onRemove : onGo}>
                {t(asked === "remove" ? "act.remove" : "safety.go")}
              </button>
              <button type="button" className="btn s" onClick={() => onAsk(null)}>
                {t("act.cancel")}
              </button>
            </div>
          </td>
        </tr>
      )}
    </>
  );
}

function NewPoint() {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const make = useDo("restore_point_make");
  const send = (e: FormEvent) => {
    e.preventDefault();
    make.mutate({ name }, { onSuccess: () => setName("") });
  };
  return (
    <form className="addline" onSubmit={send}>
      <input
        className="field grow"
        value={name}
        maxLength={40}
        aria-label={t("safety.newPoint")}
        placeholder={t("safety.newPoint")}
        onChange={(e) => setName(e.target.value)}
      />
      <button type="submit" className="btn" disabled={make.isPending}>
        {t("safety.make")}
      </button>
      <Problem text={make.error && faultWords(make.error.fault)} />
    </form>
  );
}
