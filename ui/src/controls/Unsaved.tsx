import { useTranslation } from "react-i18next";

/** Says that a form goes on with what was typed before and not saved, and begins it anew when asked. */
export function Unsaved({ kept }: { kept: { found: boolean; startOver: () => void } }) {
  const { t } = useTranslation();
  if (!kept.found) return null;
  return (
    <p className="note unsaved">
      {t("draft.found")}{" "}
      <button type="button" className="link" onClick={kept.startOver}>
        {t("draft.startOver")}
      </button>
    </p>
  );
}
