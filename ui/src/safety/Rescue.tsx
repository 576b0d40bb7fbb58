import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../controls/Problem";
import { faultWords } from "../errors";
import { moment } from "../lib/day";
import { useAsk, useDo } from "../query";
import { type Asked, PointTable } from "./PointTable";
import "./safety.css";

/** A desk whose database cannot be opened goes on from one of its restore points; the file itself is kept aside. */
export function Rescue() {
  const { t } = useTranslation();
  const points = useAsk("rescue_point_list", {});
  const rescue = useDo("desk_rescue");
  const [asked, setAsked] = useState<Asked | null>(null);
  if (!points.data) return null;
  return (
    <section className="rescue" aria-label={t("broken.points")}>
      <div className="cap">
        <h2>{t("broken.points")}</h2>
      </div>
      <p className="note">{t(points.data.length > 0 ? "broken.lead" : "broken.none")}</p>
      <Problem text={rescue.error && faultWords(rescue.error.fault)} />
      {points.data.length > 0 && (
        <PointTable
          points={points.data}
          asked={asked}
          busy={rescue.isPending}
          sure={(point) => t("broken.sure", { at: moment(point.ms) })}
          onAsk={setAsked}
          onGo={(point) => rescue.mutate({ point })}
        />
      )}
    </section>
  );
}
