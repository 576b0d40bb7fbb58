import { Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../controls/Problem";
import { useDesk } from "../desk";
import { faultWords } from "../errors";
import { moment } from "../lib/day";
import { tryTo, useDo } from "../query";
import { router } from "../router";
import { inWindow, openPath } from "../rpc";
import { leaveSample, showSample } from "./desks";
import { startTour } from "./steps";
import "./sample.css";

/** The card every colleague asks for: where is my data, who can see it, how is it backed up. */
export function ReadMe() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="link" onClick={() => setOpen(true)}>
        {t("sample.readme.name")}
      </button>
      {open && <Card onClose={() => setOpen(false)} />}
    </>
  );
}

function Card({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const backup = useDo("restore_point_make");
  const away = (run: () => Promise<void>) => () => {
    onClose();
    void tryTo(run);
  };
  const tour = async () => {
    if (desk.sample !== "daqing") await showSample("daqing");
    startTour();
  };
  return (
    <Modal open title={t("sample.readme.title")} onCancel={onClose} width={560} footer={null}>
      <dl className="readme">
        <dt>{t("sample.readme.where")}</dt>
        <dd>
          <p className="path">{desk.folder}</p>
          <p className="i2">{t("sample.readme.whereText")}</p>
          {inWindow && (
            <button type="button" className="btn s" onClick={() => void openPath(desk.folder)}>
              {t("sample.readme.openFolder")}
            </button>
          )}
        </dd>
        <dt>{t("sample.readme.who")}</dt>
        <dd>
          <p>{t("sample.readme.whoText")}</p>
        </dd>
        <dt>{t("sample.readme.backup")}</dt>
        <dd>
          <p>{t("sample.readme.backupText")}</p>
          <p className="row">
            <button
              type="button"
              className="btn s"
              disabled={backup.isPending}
              onClick={() => backup.mutate({ name: "" })}
            >
              {t("safety.make")}
            </button>
            <span className="note" role="status">
              {desk.last_backup_ms === null
                ? t("safety.pointsNone")
                : t("status.point", { at: moment(desk.last_backup_ms) })}
            </span>
          </p>
          <button
            type="button"
            className="link"
            onClick={away(() => router.navigate({ to: "/settings", search: { tab: "safety" } }))}
          >
            {t("safety.title")}
          </button>
          <Problem text={backup.error && faultWords(backup.error.fault)} />
        </dd>
        <dt>{t("sample.readme.learn")}</dt>
        <dd>
          <p>{t("sample.readme.learnText")}</p>
          <p className="row">
            <button type="button" className="btn s" onClick={away(tour)}>
              {t("sample.tour.again")}
            </button>
            {desk.sample === null ? (
              <button type="button" className="btn s" onClick={away(() => showSample("daqing"))}>
                {t("sample.open")}
              </button>
            ) : (
              <button type="button" className="btn s" onClick={away(leaveSample)}>
                {t("sample.leave")}
              </button>
            )}
          </p>
        </dd>
      </dl>
      <p className="note">{t("start.note")}</p>
    </Modal>
  );
}
