import { Popover } from "antd";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Duty, Fault } from "../bindings/types";
import { DayInput } from "../controls/DayInput";
import { DraftMark, useDraftWords } from "../controls/DraftMark";
import { Problem } from "../controls/Problem";
import { Unsaved } from "../controls/Unsaved";
import { useDesk } from "../desk";
import { faultWords, fieldFault, unfilled } from "../errors";
import { isIme } from "../lib/ime";
import { useKept } from "../lib/kept";
import { act } from "../query";
import { Refused } from "../rpc";
import { choiceWord } from "./fields";

/** Under this the successor that is being typed is kept. */
const keyOf = (duty: Duty): string => `successor:${duty.id}`;

/** 换人: who takes the duty over, and from which day; the old holder stays in the list with his last day. */
export function HandOver({ duty }: { duty: Duty }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const waits = useDraftWords([keyOf(duty)]);
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
        title={waits}
        aria-label={t("handing.replaceOne", { role: choiceWord("role", duty.role), name: duty.name })}
      >
        {t("handing.replace")}
        <DraftMark keys={[keyOf(duty)]} />
      </button>
    </Popover>
  );
}

function Successor({ duty, onDone }: { duty: Duty; onDone: () => void }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const kept = useKept(keyOf(duty), { name: "", from: desk.today }, ["from"]);
  const { draft, change, forget } = kept;
  const { name, from } = draft;
  const [refused, setFault] = useState<Fault | null>(null);
  const fault = unfilled(refused, { name, from });
  const submit = async (e: FormEvent) => {
    e.preventDefault();
    try {
      await act("duty_replace", { id: duty.id, name, person: null, from }, { saved: forget });
      onDone();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFault(error.fault);
    }
  };
  // A calendar that is open closes first.
  const press = (e: KeyboardEvent<HTMLFormElement>) => {
    const inside = (e.target as HTMLElement).getAttribute("aria-expanded") === "true";
    if (e.key === "Escape" && !isIme(e) && !inside) onDone();
  };
  return (
    <form className="successor" onSubmit={(e) => void submit(e)} onKeyDown={press}>
      <Unsaved kept={kept} />
      <input
        // biome-ignore lint/a11y/noAutofocus: the form was asked for by a click on its button
        autoFocus
        className={fieldFault(fault, "name") ? "field bad" : "field"}
        aria-label={t("handing.name")}
        placeholder={t("handing.name")}
        value={name}
        onChange={(e) => change({ name: e.target.value })}
      />
      <DayInput
        label={t("handing.from")}
        value={from}
        max={desk.today}
        bad={fieldFault(fault, "from") !== null}
        onPick={(from) => change({ from })}
      />
      <button type="submit" className="btn pri">
        {t("handing.done")}
      </button>
      <Problem text={fault && (fieldFault(fault, "name") ?? fieldFault(fault, "from") ?? faultWords(fault))} />
    </form>
  );
}
