import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Forecast, ProjectFile } from "../../../bindings/types";
import { useDesk } from "../../../desk";
import { Icon } from "../../../frame/icons";
import { i18next, type Lang } from "../../../i18n";
import { useAsk } from "../../../query";
import { shortWords } from "../PathHead";
import { PERMIT } from "../states";
import { DaysLost } from "./DaysLost";
import { lostSums, lostWords } from "./lost";
import "./ways.css";

interface Props {
  file: ProjectFile;
  onPick: (code: string) => void;
}

/** What it will take by experience, and what it lost so far: asked for once the tab is shown, and said quietly. */
export function PathForecast({ file, onPick }: Props) {
  const { t } = useTranslation();
  const { lang, desk } = useDesk();
  const [open, setOpen] = useState(false);
  const asked = useAsk("approval_forecast", { id: file.project.id });
  // Its line is kept, so that nothing moves under the pointer when it comes.
  if (!asked.data || asked.isPlaceholderData) return asked.isError ? null : <div className="aw-path aw-line" />;
  const words = sentence(file, asked.data, desk.today, lang);
  const sums = lostSums(asked.data.charges);
  if (words === "" && sums.length === 0) return null;
  return (
    <section className="aw-path" aria-label={t("ways.forecast.name")}>
      <div className="aw-line">
        {words !== "" && (
          <p className="i2 cut" title={`${t("ways.forecast.name")} ${words}\n${t("ways.forecast.why")}`}>
            <span className="i3">{t("ways.forecast.name")}</span> {words}
          </p>
        )}
        <span className="grow" />
        {sums.length > 0 && (
          <button type="button" className="link t12" aria-expanded={open} onClick={() => setOpen(!open)}>
            <b>{t("ways.lost.name")}</b>
            {sums.map(({ whose, days }) => t(`ways.lost.${whose}`, { days: lostWords(days) })).join(t("ways.between"))}
            <Icon name={open ? "up" : "down"} size={12} />
          </button>
        )}
      </div>
      {open && <DaysLost charges={asked.data.charges} items={file.checklist.items} onPick={onPick} />}
    </section>
  );
}

function sentence(file: ProjectFile, forecast: Forecast, today: string, lang: Lang): string {
  const { t } = i18next;
  // As above it: a start until work has begun, else the permit until it is there.
  const permitted = file.checklist.items.some((one) => one.code === PERMIT && one.done);
  const range = file.begun ? (permitted ? null : forecast.permit) : forecast.start;
  if (!range?.median || !range.most || forecast.by_experience + forecast.by_limit === 0) return "";
  if (forecast.by_experience === 0) return t("ways.forecast.thin");
  const [median, most] = [shortWords(range.median, today, lang), shortWords(range.most, today, lang)];
  return (
    t(file.begun ? "ways.forecast.permit" : "ways.forecast.start", { median, most }) +
    t("ways.forecast.counted", { known: forecast.by_experience, other: forecast.by_limit })
  );
}
