import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FastHeld, LetterHeld, ProjectId } from "../../../bindings/types";
import { Editable } from "../../../controls/Editable";
import { Problem } from "../../../controls/Problem";
import { useReturn } from "../../../controls/useReturn";
import { useDesk } from "../../../desk";
import { faultWords } from "../../../errors";
import { Lamp, Ring } from "../../../frame/icons";
import { plainDay, shortDay } from "../../../lib/day";
import { act, useDo } from "../../../query";
import { typed } from "../../typed";
import { FastForm } from "./FastForm";

interface Props {
  fast: FastHeld;
  project: ProjectId;
  /** The decision was taken back. */
  onGone?: () => void;
}

/** The three letters, each with its days and number; the decision, to be mended or taken back. */
export function FastBox({ fast, project, onGone }: Props) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const remove = useDo("fast_track_remove");
  const { place, back } = useReturn<HTMLButtonElement>(editing);
  const close = () => {
    back();
    setEditing(false);
  };
  return (
    <div className="fast-box scrolls">
      <table className="lines" aria-label={t("fast.letters")}>
        <thead>
          <tr>
            <th scope="col">{t("fast.table.letter")}</th>
            <th scope="col" className="c-by">
              {t("fast.table.by")}
            </th>
            <th scope="col" className="c-day">
              {t("fast.table.expected")}
            </th>
            <th scope="col" className="c-day">
              {t("fast.table.given")}
            </th>
            <th scope="col">{t("fast.table.document")}</th>
          </tr>
        </thead>
        <tbody>
          {fast.letters.map((held) => (
            <Letter key={held.letter} held={held} project={project} />
          ))}
        </tbody>
      </table>
      {editing ? (
        <FastForm known={fast.track} project={project} onClose={close} />
      ) : (
        <div className="fast-acts">
          <button ref={place} type="button" className="link" onClick={() => setEditing(true)}>
            {t("fast.edit")}
          </button>
          <button
            type="button"
            className="link"
            title={t("fast.removeWhy")}
            disabled={remove.isPending}
            onClick={() => remove.mutate({ id: project }, { onSuccess: () => onGone?.() })}
          >
            {t("fast.remove")}
          </button>
          {fast.track.note && <span className="note cut">{fast.track.note}</span>}
          <Problem text={remove.error && faultWords(remove.error.fault)} />
        </div>
      )}
    </div>
  );
}

const DAYS = ["expected_on", "given_on"] as const;

function Letter({ held, project }: { held: LetterHeld; project: ProjectId }) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const { letter, known, shade } = held;
  const name = t(`fast.letter.${letter}`);
  const words = { expected_on: t("fast.table.expected"), given_on: t("fast.table.given") };
  const save = async (field: string, text: string) =>
    act("fast_letter_save", { project, letter, set: await typed(field, text, unit, "fast_letter") });
  return (
    <tr>
      <th scope="row">
        {shade === "red" || shade === "amber" ? (
          <Lamp shade={shade} label={t(`shade.${shade}`)} />
        ) : (
          <Ring fill={known?.given_on ? "done" : "empty"} />
        )}{" "}
        {name}
        {held.out_of_order && <span className="amber t12"> {t("fast.outOfOrder")}</span>}
      </th>
      <td className="c-by i2">{t(`fast.by.${letter}`)}</td>
      {DAYS.map((field) => (
        <td key={field}>
          <Editable
            label={`${name} ${words[field]}`}
            field={field}
            shown={shortDay(known?.[field] ?? null)}
            text={plainDay(known?.[field] ?? null)}
            save={(text) => save(field, text)}
          />
        </td>
      ))}
      <td>
        <Editable
          label={`${name} ${t("fast.table.document")}`}
          field="document"
          shown={known?.document ?? ""}
          text={known?.document ?? ""}
          save={(text) => save("document", text)}
        />
      </td>
    </tr>
  );
}
