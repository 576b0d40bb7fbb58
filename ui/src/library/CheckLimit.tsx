import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LimitCheck, TemplateLine, Which } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { useReturn } from "../controls/useReturn";
import { useSubmit } from "../controls/useSubmit";
import { faultWords, fieldFault, unfilled } from "../errors";
import { isIme } from "../lib/ime";
import { act, tryTo, useAsk } from "../query";

interface Props {
  line: TemplateLine;
  which: Which;
  /** It is 待核. */
  open: boolean;
  /** The version is the newest: its limits can be confirmed. */
  can: boolean;
}

/** 核对: somebody compared the limit with its source; says so afterwards, and can be taken back. */
export function CheckLimit({ line, which, open, can }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const { place, back } = useReturn<HTMLButtonElement>(asking);
  const name = t(`template.field.${which}`);
  const item = line.row.code;
  const check = line.checks.find((one) => one.which === which);
  if (check) {
    return (
      <span className="lib-checked">
        <Checked check={check} />
        {can && (
          <button
            type="button"
            className="link t12"
            onClick={() => void tryTo(() => act("template_limit_check", { item, which, source: null, withdraw: true }))}
          >
            {t("template.check.withdraw")}
          </button>
        )}
      </span>
    );
  }
  if (!open || !can) return null;
  const close = () => {
    back();
    setAsking(false);
  };
  if (asking) return <Source item={item} which={which} onClose={close} />;
  return (
    <button
      ref={place}
      type="button"
      className="btn s"
      aria-label={t("template.check.doOf", { name })}
      onClick={() => setAsking(true)}
    >
      {t("template.check.do")}
    </button>
  );
}

/** Who confirmed it, when and by what. */
function Checked({ check }: { check: LimitCheck }) {
  const { t } = useTranslation();
  const history = useAsk("history_list", { table: "limit_check", row: check.id, limit: 1 });
  const person = history.data?.[0]?.person;
  return (
    <>
      <span className="green">
        {person
          ? t("template.check.doneBy", { day: check.checked_on, person })
          : t("template.check.done", { day: check.checked_on })}
      </span>
      {check.source && <span className="i2">{t("template.check.from", { source: check.source })}</span>}
    </>
  );
}

function Source({ item, which, onClose }: { item: string; which: Which; onClose: () => void }) {
  const { t } = useTranslation();
  const [source, setSource] = useState("");
  const { fault, submit } = useSubmit();
  const left = unfilled(fault, { source });
  const save = (e: FormEvent) => {
    e.preventDefault();
    void submit(() => act("template_limit_check", { item, which, source, withdraw: false }), onClose);
  };
  return (
    <form
      className="lib-source"
      onSubmit={save}
      onKeyDown={(e) => {
        if (isIme(e) || e.key !== "Escape") return;
        e.stopPropagation();
        onClose();
      }}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: it was just asked for
        autoFocus
        className="field"
        value={source}
        placeholder={t("template.check.example")}
        aria-label={t("template.check.source")}
        onChange={(e) => setSource(e.target.value)}
      />
      <span className="row">
        <button type="submit" className="btn s pri">
          {t("template.check.save")}
        </button>
        <button type="button" className="btn s flat" onClick={onClose}>
          {t("act.cancel")}
        </button>
      </span>
      <Problem text={left && (fieldFault(left, "source") ?? faultWords(left))} />
    </form>
  );
}
