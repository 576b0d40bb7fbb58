import { Popover } from "antd";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Duty, Fault } from "../bindings/types";
import { DayInput } from "../controls/DayInput";
import { Problem } from "../controls/Problem";
import { useDesk } from "../desk";
import { faultWords, fieldFault, unfilled } from "../errors";
import { act } from "../query";
import { Refused } from "../rpc";
import { choiceWord } from "./fields";

/** 换人: who takes the duty over, and from which day; the old holder stays in the list with his last day. */
export function HandOver({ duty }: { duty: Duty }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      content={<Successor duty={duty} onDone={() => setOpen(false)} />}
    >
      <button
        type="button"
        className="link"
        aria-label={t("handing.replaceOne", { role: choiceWord("role", duty.role), name: duty.name })}
      >
        {t("handing.replace")}
      </button>
    </Popover>
  );
}

function Successor({ duty, onDone }: { duty: Duty; onDone: () => void }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const [name, setName] = useState("");
  const [from, setFrom] = useState(desk.today);
  const [refused, setFault] = useState<Fault | null>(null);
  const fault = unfilled(refused, { name, from });
  const submit = async (e: FormEvent) => {
    e.preventDefault();
    try {
      await act("duty_replace", { id: duty.id, name, person: null, from });
      onDone();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFault(error.fault);
    }
  };
  return (
    <form className="successor" onSubmit={(e) => void submit(e)}>
      <input
        // biome-ignore lint/a11y/noAutofocus: the form was asked for by a click on its button
        autoFocus
        className={fieldFault(fault, "name") ? "field bad" : "field"}
        aria-label={t("handing.name")}
        placeholder={t("handing.name")}
        value={name}
        onChange={(e) => setName(e.target.value)}
      />
      <DayInput
        label={t("handing.from")}
        value={from}
        max={desk.today}
        bad={fieldFault(fault, "from") !== null}
        onPick={setFrom}
      />
      <button type="submit" className="btn pri">
        {t("handing.done")}
      </button>
      <Problem text={fault && (fieldFault(fault, "name") ?? fieldFault(fault, "from") ?? faultWords(fault))} />
    </form>
  );
}
