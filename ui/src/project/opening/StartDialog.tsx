import { Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectFile, ProjectStart } from "../../bindings/types";
import { useGiveBack } from "../../controls/useGiveBack";
import { Icon } from "../../frame/icons";
import { act, tryTo } from "../../query";
import { StartForm } from "./StartForm";
import { StartPhotos } from "./StartPhotos";

/** 开工认定: every start and resumption of the project, and the form of one. */
export function StartDialog({ file, onClose }: { file: ProjectFile; onClose: () => void }) {
  const { t } = useTranslation();
  const { starts, opened, year } = file.starts;
  useGiveBack();
  const [chosen, setChosen] = useState<string | null>(starts.find((s) => s.decision === "pending")?.id ?? null);
  const current = starts.find((s) => s.id === chosen) ?? null;
  return (
    <Modal open title={t("opening.title")} onCancel={onClose} footer={null} width={760}>
      <p className="note">
        {opened
          ? t(opened.recognised ? "opening.counts" : "opening.countsByLedger", {
              year,
              what: t(`opening.kind.${opened.kind}`),
              day: opened.on,
            })
          : t("opening.countsNot", { year })}
      </p>
      {starts.length > 0 && (
        <table className="lines starts">
          <thead>
            <tr>
              <th scope="col">{t("opening.kindOf")}</th>
              <th scope="col">{t("opening.day")}</th>
              <th scope="col">{t("opening.verified")}</th>
              <th scope="col">{t("opening.decision")}</th>
              <th scope="col">{t("opening.words")}</th>
              <th scope="col" className="tight" aria-label={t("act.remove")} />
            </tr>
          </thead>
          <tbody>
            {starts.map((start) => (
              <Line key={start.id} start={start} on={start.id === chosen} onPick={() => setChosen(start.id)} />
            ))}
          </tbody>
        </table>
      )}
      {starts.some((s) => s.kind === "new" && s.decision === "recognised") && (
        <p className="note">{t("opening.takenBack")}</p>
      )}
      <div className="startbar">
        <h3>{current ? t("opening.change", { day: current.happened_on }) : t("opening.declare")}</h3>
        {current && (
          <button type="button" className="link" onClick={() => setChosen(null)}>
            <Icon name="plus" size={12} />
            {t("opening.another")}
          </button>
        )}
      </div>
      <StartForm key={`${chosen} ${starts.length}`} file={file} start={current} onSaved={(id) => setChosen(id)} />
      {current ? (
        <StartPhotos key={current.id} start={current} />
      ) : (
        <p className="note startphotos">{t("opening.photoLater")}</p>
      )}
    </Modal>
  );
}

function Line({ start, on, onPick }: { start: ProjectStart; on: boolean; onPick: () => void }) {
  const { t } = useTranslation();
  const tone = { pending: "amber", recognised: "green", rejected: "red" }[start.decision];
  return (
    <tr className={on ? "on" : undefined}>
      <td>{t(`opening.kind.${start.kind}`)}</td>
      <td>
        <button type="button" className="link" aria-pressed={on} onClick={onPick}>
          {start.happened_on}
        </button>
      </td>
      <td>{[start.verified_on, start.verified_by].filter(Boolean).join(" ")}</td>
      <td>
        <span className={tone}>{t(`opening.decisions.${start.decision}`)}</span>{" "}
        <span className="i3">{start.decided_on}</span>
      </td>
      <td title={start.reason ?? start.standard ?? ""}>{start.reason ?? start.standard}</td>
      <td className="mid">
        <button
          type="button"
          className="btn flat s sq"
          aria-label={t("opening.remove", { day: start.happened_on })}
          onClick={() => void tryTo(() => act("start_remove", { id: start.id }))}
        >
          <Icon name="x" size={12} />
        </button>
      </td>
    </tr>
  );
}
