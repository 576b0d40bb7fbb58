import { useTranslation } from "react-i18next";
import type { NegativeHit, ProjectId } from "../bindings/types";
import { Lamp } from "../frame/icons";
import { useAsk } from "../query";
import "./approvals/routes/routes.css";

/** 涉及负面清单: each entry that touches the project, and by what; nothing where none does. */
export function NegativeLine({ project }: { project: ProjectId }) {
  const { t } = useTranslation();
  const asked = useAsk("negative_check", { id: project });
  const hits = asked.isPlaceholderData ? [] : (asked.data ?? []);
  if (hits.length === 0) return null;
  return (
    <div className="rt-brief">
      <b id="negative-line">{t("three_lists.negative")}</b>
      <ul aria-labelledby="negative-line">
        {hits.map((hit) => (
          <li key={hit.entry}>
            <Hit hit={hit} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What the list has against it, by what, and why it goes on; the source is said beside it. */
function Hit({ hit }: { hit: NegativeHit }) {
  const { t } = useTranslation();
  const told = [
    hit.basis && t("three_lists.basisOf", { basis: hit.basis }),
    hit.reason ? t("three_lists.reasonOf", { reason: hit.reason }) : t("three_lists.noReason"),
  ].filter((one) => one !== null && one !== "");
  return (
    <span title={[hit.content, ...told].filter(Boolean).join("\n")}>
      <NegativeMark hit={hit} /> <span className="i3">{told.join(t("board.say.semicolon"))}</span>
    </span>
  );
}

export function NegativeMark({ hit }: { hit: NegativeHit }) {
  const { t } = useTranslation();
  const shade = hit.measure === "prohibited" ? "red" : "amber";
  return (
    <>
      <span className={`rt-mark ${shade}`}>
        <Lamp shade={shade} label={t(`shade.${shade}`)} />
        {t(`three_lists.hit.${hit.measure}`)}
      </span>{" "}
      <span className="i2">{t(`three_lists.by.${hit.by}`, { name: hit.name, said: hit.said })}</span>
    </>
  );
}
