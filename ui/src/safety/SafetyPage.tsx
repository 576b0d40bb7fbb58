import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Problem } from "../controls/Problem";
import { Seg } from "../controls/Seg";
import { useDesk } from "../desk";
import { faultWords } from "../errors";
import { moment } from "../lib/day";
import { useWish } from "../palette/store";
import { act, tryTo, useDo } from "../query";
import { ClearDialog } from "./ClearDialog";
import { HandOverDialog } from "./HandOverDialog";
import { OpenDialog } from "./OpenDialog";
import { PackDialog } from "./PackDialog";
import { Points } from "./Points";
import "./safety.css";

/** Asked for from elsewhere too. */
const WISHED = ["backup", "moving", "restore", "bring", "hand"] as const;
type Dialog = (typeof WISHED)[number] | "clear";

/** How safe the data is: restore points here, copies elsewhere, another computer. */
export function SafetyPage() {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = () => setDialog(null);
  useWish(WISHED, setDialog);
  return (
    <div className="safety scrolls">
      <Points />
      <div className="side">
        <CopyOff onOpen={setDialog} />
        <Moving onOpen={setDialog} />
        <HandOver onOpen={setDialog} />
        <Check />
      </div>
      {(dialog === "backup" || dialog === "moving") && <PackDialog moving={dialog === "moving"} onClose={close} />}
      {(dialog === "restore" || dialog === "bring") && <OpenDialog bring={dialog === "bring"} onClose={close} />}
      {dialog === "clear" && <ClearDialog onClose={close} />}
      {dialog === "hand" && <HandOverDialog onClose={close} />}
    </div>
  );
}

interface Opens {
  onOpen: (dialog: Dialog) => void;
}

function CopyOff({ onOpen }: Opens) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const late = desk.copy_overdue_days;
  const days = String(desk.copy_reminder_days) as "0" | "7" | "30" | "90";
  return (
    <section className="group">
      <div className="cap">
        <h2>{t("safety.off")}</h2>
      </div>
      <p className="note">{t("safety.offNote")}</p>
      <p className={late === null ? undefined : "amber"} role="status">
        {late !== null
          ? t(desk.copied_off_ms === null ? "safety.overdueNever" : "safety.overdue", { count: late })
          : desk.copied_off_ms === null
            ? t("safety.never")
            : t("safety.lastOff", { at: moment(desk.copied_off_ms) })}
      </p>
      <div className="row does">
        <button type="button" className="btn pri" onClick={() => onOpen("backup")}>
          {t("safety.saveOff")}
        </button>
        <button type="button" className="btn" onClick={() => onOpen("restore")}>
          {t("safety.restoreOff")}
        </button>
      </div>
      <div className="row">
        <span className="note nobr">{t("safety.remind")}</span>
        <Seg
          label={t("safety.remind")}
          value={days}
          choices={(["7", "30", "90", "0"] as const).map((value) => ({ value, text: t(`safety.remindIn.${value}`) }))}
          onPick={(value) => void tryTo(() => act("setting_save", { key: "copy_reminder_days", value }))}
        />
      </div>
    </section>
  );
}

function Moving({ onOpen }: Opens) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  return (
    <section className="group">
      <div className="cap">
        <h2>{t("safety.move")}</h2>
      </div>
      <p className="note">{t("safety.moveNote")}</p>
      {desk.moved_away_ms !== null && (
        <p className="row amber">
          {t("safety.moved", { at: moment(desk.moved_away_ms) })}
          <button type="button" className="btn s" onClick={() => void tryTo(() => act("desk_continue", {}))}>
            {t("safety.continue")}
          </button>
        </p>
      )}
      <div className="row does">
        <button type="button" className="btn" onClick={() => onOpen("moving")}>
          {t("safety.moveOut")}
        </button>
        <button type="button" className="btn" onClick={() => onOpen("bring")}>
          {t("safety.moveIn")}
        </button>
        {desk.sample === null && (
          <button type="button" className="btn danger" onClick={() => onOpen("clear")}>
            {t("safety.clear.open")}
          </button>
        )}
      </div>
    </section>
  );
}

function HandOver({ onOpen }: Opens) {
  const { t } = useTranslation();
  return (
    <section className="group">
      <div className="cap">
        <h2>{t("safety.hand.title")}</h2>
      </div>
      <p className="note">{t("safety.hand.note")}</p>
      <div className="row does">
        <button type="button" className="btn" onClick={() => onOpen("hand")}>
          {t("safety.hand.open")}
        </button>
      </div>
    </section>
  );
}

function Check() {
  const { t } = useTranslation();
  const verify = useDo("log_verify");
  const [whole, setWhole] = useState<number | null>(null);
  return (
    <section className="group">
      <div className="cap">
        <h2>{t("safety.check")}</h2>
      </div>
      <p className="note">{t("safety.checkNote")}</p>
      <div className="row does">
        <button
          type="button"
          className="btn"
          disabled={verify.isPending}
          onClick={() => verify.mutate({}, { onSuccess: (found) => setWhole(found.changesets) })}
        >
          {t("safety.checkNow")}
        </button>
        <span className="note" role="status">
          {whole !== null && t("safety.checked", { count: whole })}
        </span>
      </div>
      <Problem text={verify.error && faultWords(verify.error.fault)} />
    </section>
  );
}
