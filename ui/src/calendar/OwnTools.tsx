import { useTranslation } from "react-i18next";
import { Icon } from "../frame/icons";
import { act, tryTo } from "../query";

interface Props {
  id: string;
  name: string;
  /** Absent while another notice is being entered. */
  onCorrect: (() => void) | null;
}

/** What an office entered itself can be corrected or removed. */
export function OwnTools({ id, name, onCorrect }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <button
        type="button"
        className="btn flat s sq"
        aria-label={t("calendar.correct", { name })}
        title={t("calendar.correct", { name })}
        disabled={onCorrect === null}
        onClick={() => onCorrect?.()}
      >
        <Icon name="edit" size={12} />
      </button>
      <button
        type="button"
        className="btn flat s sq"
        aria-label={t("registry.remove", { name })}
        title={t("registry.remove", { name })}
        onClick={() => void tryTo(() => act("calendar_notice_remove", { id }))}
      >
        <Icon name="x" size={12} />
      </button>
    </>
  );
}
