import { useTranslation } from "react-i18next";
import { useWaiting } from "../lib/kept";

/** The words of the mark, for what has a name of its own that its content is not part of. */
export function useDraftWords(keys: readonly string[]): string | undefined {
  const { t } = useTranslation();
  return useWaiting(keys) ? t("draft.waits") : undefined;
}

/** On what opens a form: something typed there and not saved waits to be gone on with. */
export function DraftMark({ keys }: { keys: readonly string[] }) {
  const words = useDraftWords(keys);
  if (words === undefined) return null;
  return (
    <span className="draft-mark" title={words}>
      <span className="hidden">{words}</span>
    </span>
  );
}
