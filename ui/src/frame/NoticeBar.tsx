import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { shortWords } from "../errors";
import { Reminded } from "../reminders/Reminded";
import { Icon } from "./icons";
import { takeBack } from "./keys";
import { type Notice, tellNothing, useNotice } from "./notice";
import { doneWords, undoneWords } from "./words";

const SECONDS = 8;

/** Bottom centre: what was done, 撤销, eight seconds. Stays while it is pointed at or has focus. */
export function NoticeBar() {
  const notice = useNotice();
  return (
    <div role="status" aria-live="polite">
      {notice && <Message key={notice.at} notice={notice} />}
    </div>
  );
}

function Message({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  const [left, setLeft] = useState(SECONDS);
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const tick = setInterval(() => setLeft((n) => n - 1), 1000);
    return () => clearInterval(tick);
  }, [held]);
  useEffect(() => {
    if (left <= 0) tellNothing();
  }, [left]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it only keeps it open
    <div className="undo" onMouseEnter={() => setHeld(true)} onMouseLeave={() => setHeld(false)}>
      <Said notice={notice} />
      <span className="note" aria-hidden="true">
        {t("undo.seconds", { n: left })}
      </span>
      <button type="button" className="btn flat s sq" aria-label={t("act.close")} onClick={tellNothing}>
        <Icon name="x" />
      </button>
    </div>
  );
}

function Said({ notice }: { notice: Notice }) {
  const { t } = useTranslation();
  if (notice.kind === "fault") return <span className="red">{shortWords(notice.fault)}</span>;
  if (notice.kind === "reminded") return <Reminded reminders={notice.reminders} />;
  return (
    <>
      <Icon name={notice.kind === "done" ? "check" : notice.kind === "undone" ? "undo" : "redo"} />
      <span className="cut">
        {notice.kind === "done"
          ? doneWords(notice.undone)
          : t(`undo.${notice.kind}`, { what: undoneWords(notice.undone) })}
      </span>
      <Back kind={notice.kind} />
    </>
  );
}

function Back({ kind }: { kind: "done" | "undone" | "redone" }) {
  const { t } = useTranslation();
  const redo = kind === "undone";
  return (
    <button type="button" className="link" onClick={() => void takeBack(redo ? "redo" : "undo")}>
      {redo ? t("undo.redo") : t("undo.undo")}
      <kbd>{redo ? "Ctrl Y" : "Ctrl Z"}</kbd>
    </button>
  );
}
