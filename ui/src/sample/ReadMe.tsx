import { Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDesk } from "../desk";
import { moment } from "../lib/day";
import { wish } from "../palette/store";
import { tryTo } from "../query";
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
  const away = (run: () => Promise<void>) => () => {
    onClose();
    void tryTo(run);
  };
  const backup = async () => {
    await router.navigate({ to: "/settings", search: { tab: "safety" } });
    wish("backup");
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
            <button type="button" className="btn s" onClick={away(backup)}>
              {t("safety.saveOff")}
            </button>
            <span className="note">
              {desk.copied_off_ms === null
                ? t("safety.never")
                : t("safety.lastOff", { at: moment(desk.copied_off_ms) })}
            </span>
          </p>
          <button
            type="button"
            className="link"
            onClick={away(() => router.navigate({ to: "/settings", search: { tab: "safety" } }))}
          >
            {t("safety.title")}
          </button>
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
