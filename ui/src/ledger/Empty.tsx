import { useTranslation } from "react-i18next";

export function NothingFound({ onClear }: { onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="nothing">
      <section className="empty">
        <h2>{t("empty.filtered")}</h2>
        <p className="i2">{t("empty.filteredLead")}</p>
        <button type="button" className="btn" onClick={onClear}>
          {t("ledger.clearFilters")}
        </button>
      </section>
    </div>
  );
}
