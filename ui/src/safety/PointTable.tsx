import { useTranslation } from "react-i18next";
import type { RestorePoint } from "../bindings/types";
import { Icon } from "../frame/icons";
import { undoneWords } from "../frame/words";
import { moment } from "../lib/day";
import { megabytes } from "./size";

/** What somebody is asked about a point before it is done. */
type About = "back" | "remove";

/** The point somebody is asked about. */
export interface Asked {
  point: string;
  about: About;
}

interface Props {
  points: RestorePoint[];
  asked: Asked | null;
  busy: boolean;
  /** What going back means, before it is done. */
  sure: (point: RestorePoint) => string;
  onAsk: (asked: Asked | null) => void;
  onGo: (point: string) => void;
  /** Absent where a desk cannot be opened: nothing is removed then, and what came later is not known. */
  onRemove?: (point: string) => void;
}

/** Restore points, newest first, each with what can be done with it. */
export function PointTable({ points, onRemove, ...of }: Props) {
  const { t } = useTranslation();
  return (
    <table className="lines">
      <thead>
        <tr>
          <th scope="col" style={{ width: 128 }}>
            {t("safety.when")}
          </th>
          <th scope="col" style={{ width: onRemove ? "15%" : "24%" }}>
            {t("safety.kind")}
          </th>
          <th scope="col" className="num" style={{ width: 64 }}>
            {t("safety.projects")}
          </th>
          <th scope="col">{t("safety.last")}</th>
          {onRemove && (
            <th scope="col" className="num" style={{ width: 80 }}>
              {t("safety.later")}
            </th>
          )}
          <th scope="col" className="num" style={{ width: 72 }}>
            {t("safety.size")} MB
          </th>
          <th
            scope="col"
            className="p-acts"
            style={onRemove ? undefined : { width: 144 }}
            aria-label={t("safety.act")}
          />
        </tr>
      </thead>
      <tbody>
        {points.map((point) => (
          <Line key={point.point} point={point} onRemove={onRemove} {...of} />
        ))}
      </tbody>
    </table>
  );
}

type LineProps = Omit<Props, "points"> & { point: RestorePoint };

function Line({ point, asked, busy, sure, onAsk, onGo, onRemove }: LineProps) {
  const { t } = useTranslation();
  const at = moment(point.ms);
  const last = point.last ? undoneWords(point.last) : undefined;
  const about = asked?.point === point.point ? asked.about : null;
  const ask = (what: About) => onAsk(about === what ? null : { point: point.point, about: what });
  return (
    <>
      <tr className={about === null ? undefined : "on"}>
        <td>{at}</td>
        <td className="cut" title={point.name ?? undefined}>
          {t(`safety.kinds.${point.kind}`)}
          {point.name !== null && <b className="name">{point.name}</b>}
        </td>
        <td className="num">{point.projects}</td>
        <td className="cut i2" title={last}>
          {last}
        </td>
        {onRemove && <td className={point.later === 0 ? "num i3" : "num"}>{point.later}</td>}
        <td className="num">{megabytes(point.size)}</td>
        <td className="right">
          <button
            type="button"
            className="btn s"
            disabled={busy}
            aria-expanded={about === "back"}
            onClick={() => ask("back")}
          >
            {t("safety.back")}
          </button>
          {onRemove && (
            <>
              {" "}
              <button
                type="button"
                className="btn s flat sq"
                title={t("act.remove")}
                aria-label={`${t("act.remove")} ${at}`}
                aria-expanded={about === "remove"}
                onClick={() => ask("remove")}
              >
                <Icon name="x" size={12} />
              </button>
            </>
          )}
        </td>
      </tr>
      {about !== null && (
        <tr className="on">
          <td colSpan={onRemove ? 7 : 6}>
            <div className="row">
              <span className="grow">{about === "remove" ? t("safety.sureRemove") : sure(point)}</span>
              <button
                type="button"
                className="btn s pri"
                disabled={busy}
                onClick={() => (about === "remove" ? onRemove?.(point.point) : onGo(point.point))}
              >
                {t(about === "remove" ? "act.remove" : "safety.go")}
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
