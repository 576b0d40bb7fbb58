import { useTranslation } from "react-i18next";
import type { VersionLine } from "../bindings/types";
import { useTemplateWords } from "./words";

interface Props {
  versions: VersionLine[];
  shown: VersionLine;
  onShow: (version: VersionLine) => void;
  onCompare: (version: VersionLine) => void;
  onMove: (version: VersionLine) => void;
}

/** Every version, the newest first: when it was released, what is new in it, how many checklists follow it. */
export function VersionList({ versions, shown, onShow, onCompare, onMove }: Props) {
  const { t } = useTranslation();
  const words = useTemplateWords();
  // The program's own is kept by every checklist while it is the only one.
  const several = versions.filter((version) => !version.draft).length > 1;
  return (
    <section className="lib-part" aria-label={t("template.versions")}>
      <div className="cap">
        <h2>{t("template.versions")}</h2>
      </div>
      {[...versions].reverse().map((version) => (
        <article key={version.number} className={version.number === shown.number ? "lib-version on" : "lib-version"}>
          <div className="row">
            <b>{words.version(version)}</b>
            <Standing version={version} />
            <span className="grow" />
            {version.number === shown.number ? (
              <span className="note">{t("template.looked")}</span>
            ) : (
              <button
                type="button"
                className="link t12"
                aria-label={`${t("template.look")} ${words.version(version)}`}
                onClick={() => onShow(version)}
              >
                {t("template.look")}
              </button>
            )}
          </div>
          <p className="note lib-facts">
            <span>
              {version.released_on
                ? t("template.released", { day: version.released_on })
                : t(version.draft ? "template.notReleased" : "template.ofProgram")}
            </span>
            <span>{t("template.itemCount", { count: version.items })}</span>
            {!version.draft && <span>{t("template.kept", { count: version.checklists })}</span>}
          </p>
          {version.note && <p className="i2">{version.note}</p>}
          <div className="lib-links">
            {version.number > 0 && (
              <button type="button" className="link t12" onClick={() => onCompare(version)}>
                {t("template.difference")}
              </button>
            )}
            {several && !version.draft && (
              <button type="button" className="link t12" onClick={() => onMove(version)}>
                {t("template.move")}
              </button>
            )}
          </div>
        </article>
      ))}
    </section>
  );
}

/** 现行 or 草稿. */
export function Standing({ version }: { version: VersionLine }) {
  const { t } = useTranslation();
  if (version.draft) return <span className="tag amber">{t("template.draft")}</span>;
  return version.newest ? <span className="tag green">{t("template.newest")}</span> : null;
}
