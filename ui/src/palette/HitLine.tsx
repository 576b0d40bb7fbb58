import { useTranslation } from "react-i18next";
import type { FoundBy, Hit } from "../bindings/types";
import { Icon } from "../frame/icons";
import { shownPhone, shownSpan } from "../lib/phone";
import { choiceWord } from "../project/fields";
import { pieces } from "./groups";

function Marked({ text, spans }: { text: string; spans: { from: number; to: number }[] }) {
  const cut = pieces(text, spans);
  return cut.map((piece, at) =>
    piece.marked ? <mark key={at}>{piece.text}</mark> : <span key={at}>{piece.text}</span>,
  );
}

/** The text something was found by; a phone is read out in groups. */
function FoundText({ by }: { by: FoundBy }) {
  if (by.field !== "phone") return <Marked text={by.text} spans={[by.span]} />;
  return <Marked text={shownPhone(by.text)} spans={[shownSpan(by.text, by.span)]} />;
}

/** One line: its name with the typed words marked, what tells it apart, and at the right how much belongs to it. */
export function HitLine({ hit, keys, showKind }: { hit: Hit; keys?: string | undefined; showKind: boolean }) {
  const { t } = useTranslation();
  const role = hit.role ? choiceWord("role", hit.role) : null;
  return (
    <>
      <span className="name cut">
        <Marked text={hit.title} spans={hit.spans} />
      </span>
      <span className="about cut">
        {hit.by ? (
          <>
            <span className="i3">{t(`palette.by.${hit.by.field}`)} </span>
            <FoundText by={hit.by} />
          </>
        ) : (
          (hit.detail ?? role)
        )}
      </span>
      {hit.projects !== null && <span className="much">{t("palette.projects", { count: hit.projects })}</span>}
      {hit.phone !== null && hit.by?.field !== "phone" && <span className="much">{shownPhone(hit.phone)}</span>}
      {showKind && <span className="much">{t(`palette.kind.${hit.kind}`)}</span>}
      {hit.pinned && !showKind && (
        <span className="much" title={t("palette.pinned")}>
          <Icon name="pin" size={12} />
        </span>
      )}
      {keys && <kbd>{keys}</kbd>}
    </>
  );
}
