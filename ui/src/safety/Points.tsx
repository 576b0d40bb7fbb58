import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../controls/Problem";
import { faultWords } from "../errors";
import { act, tryTo, useAsk, useDo } from "../query";
import { type Asked, PointTable } from "./PointTable";

/** 恢复点: what one can go back to, newest first. */
export function Points() {
  const { t } = useTranslation();
  const points = useAsk("restore_point_list", {});
  const restore = useDo("restore_point_restore", { quiet: true });
  const [asked, setAsked] = useState<Asked | null>(null);
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
        <PointTable
          points={list}
          asked={asked}
          busy={restore.isPending}
          sure={(point) => (point.later > 0 ? t("safety.sure", { count: point.later }) : t("safety.sureNone"))}
          onAsk={setAsked}
          onGo={go}
          onRemove={(point) => {
            setAsked(null);
            void tryTo(() => act("restore_point_remove", { point }));
          }}
        />
      )}
    </section>
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
