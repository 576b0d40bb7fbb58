import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { RestorePoint } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { faultWords } from "../errors";
import { undoneWords } from "../frame/words";
import { moment } from "../lib/day";
import { useAsk, useDo } from "../query";
import { megabytes } from "./size";
import "./safety.css";

/** A desk whose database cannot be opened goes on from one of its restore points; the file itself is kept aside. */
export function Rescue() {
  const { t } = useTranslation();
  const points = useAsk("rescue_point_list", {});
  const rescue = useDo("desk_rescue");
  const [asked, setAsked] = useState<string | null>(null);
  if (!points.data) return null;
  return (
    <section className="rescue" aria-label={t("broken.points")}>
      <div className="cap">
        <h2>{t("broken.points")}</h2>
      </div>
      <p className="note">{t(points.data.length > 0 ? "broken.lead" : "broken.none")}</p>
      <Problem text={rescue.error && faultWords(rescue.error.fault)} />
      {points.data.length > 0 && (
        <table className="lines">
          <thead>
            <tr>
              <th scope="col" style={{ width: 128 }}>
                {t("safety.when")}
              </th>
              <th scope="col" style={{ width: "24%" }}>
                {t("safety.kind")}
              </th>
              <th scope="col" className="num" style={{ width: 72 }}>
                {t("safety.projects")}
              </th>
              <th scope="col">{t("safety.last")}</th>
              <th scope="col" className="num" style={{ width: 72 }}>
                {t("safety.size")} MB
              </th>
              <th scope="col" style={{ width: 128 }} aria-label={t("safety.act")} />
            </tr>
          </thead>
          <tbody>
            {points.data.map((point) => (
              <Line
                key={point.point}
                point={point}
                asked={asked === point.point}
                busy={rescue.isPending}
                onAsk={(yes) => setAsked(yes ? point.point : null)}
                onGo={() => rescue.mutate({ point: point.point })}
              />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

interface LineProps {
  point: RestorePoint;
  asked: boolean;
  busy: boolean;
  onAsk: (yes: boolean) => void;
  onGo: () => void;
}

function Line({ point, asked, busy, onAsk, onGo }: LineProps) {
  const { t } = useTranslation();
  const at = moment(point.ms);
  return (
    <>
      <tr className={asked ? "on" : undefined}>
        <td>{at}</td>
        <td className="cut" title={point.name ?? undefined}>
          {t(`safety.kinds.${point.kind}`)}
          {point.name !== null && <b className="name">{point.name}</b>}
        </td>
        <td className="num">{point.projects}</td>
        <td className="cut i2">{point.last && undoneWords(point.last)}</td>
        <td className="num">{megabytes(point.size)}</td>
        <td className="right">
          <button type="button" className="btn s" disabled={busy} aria-expanded={asked} onClick={() => onAsk(!asked)}>
            {t("safety.back")}
          </button>
        </td>
      </tr>
      {asked && (
        <tr className="on">
          <td colSpan={6}>
            <div className="row">
              <span className="grow">{t("broken.sure", { at })}</span>
              <button type="button" className="btn s pri" disabled={busy} onClick={onGo}>
                {t("safety.go")}
              </button>
              <button type="button" className="btn s" onClick={() => onAsk(false)}>
                {t("act.cancel")}
              </button>
            </div>
          </td>
        </tr>
      )}
    </>
  );
}
