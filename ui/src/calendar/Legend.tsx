import { useTranslation } from "react-i18next";

interface Props {
  /** Whose days are shown beside everybody's. */
  unit?: string | undefined;
  /** Days that are not as the version in force has them. */
  changed?: boolean;
}

/** What the marks of the months mean. */
export function Legend({ unit, changed }: Props) {
  const { t } = useTranslation();
  return (
    <span className="cal-legend" aria-hidden="true">
      <i className="off">{t("calendar.mark.off")}</i>
      {t("calendar.state.off")}
      <i className="work">{t("calendar.mark.work")}</i>
      {t("calendar.state.work")}
      <i className="today" />
      {t("calendar.today")}
      {(unit !== undefined || changed) && (
        <>
          <i className="own" />
          <span className="cut">{unit ?? t("calendar.changed")}</span>
        </>
      )}
    </span>
  );
}
