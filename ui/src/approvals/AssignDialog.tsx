import { Link } from "@tanstack/react-router";
import { Modal, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ApprovalOf } from "../bindings/types";
import { useFirstField } from "../controls/firstField";
import { Problem } from "../controls/Problem";
import { Tick } from "../controls/Tick";
import { useGiveBack } from "../controls/useGiveBack";
import { useSubmit } from "../controls/useSubmit";
import { faultWords } from "../errors";
import { usePersonChoices } from "../people/usePersonChoices";
import { act } from "../query";

export interface Assignable extends ApprovalOf {
  /** What it is called in the list. */
  label: string;
  /** Who is in charge of it now. */
  responsible: string | null;
}

interface Props {
  items: Assignable[];
  /** Ticked at first: those nobody is in charge of; all where it is not said. */
  open?: boolean;
  onDone: () => void;
  onClose: () => void;
}

const NOBODY = "";

const keyOf = (one: ApprovalOf) => `${one.project} ${one.item}`;

/** 指定专人: one person for several approvals, in one action. */
export function AssignDialog({ items, open, onDone, onClose }: Props) {
  const { t } = useTranslation();
  const people = usePersonChoices();
  const [person, setPerson] = useState<string | null>(null);
  const [picked, setPicked] = useState<ReadonlySet<string>>(
    () => new Set(items.filter((one) => !open || one.responsible === null).map(keyOf)),
  );
  const { fault, submit } = useSubmit();
  const box = useFirstField<HTMLDivElement>();
  useGiveBack();
  const chosen = items.filter((one) => picked.has(keyOf(one)));
  const approvals = chosen.map(({ project, item }) => ({ project, item }));
  const put = (some: Assignable[], on: boolean) => {
    const next = new Set(picked);
    for (const one of some) {
      if (on) next.add(keyOf(one));
      else next.delete(keyOf(one));
    }
    setPicked(next);
  };
  const assign = () => act("approval_assign", { approvals, name: null, person: person === NOBODY ? null : person });
  const held = chosen.some((one) => one.responsible !== null);
  return (
    <Modal
      open
      title={t("in_charge.title")}
      okText={t("in_charge.assign", { count: chosen.length })}
      okButtonProps={{ disabled: person === null || chosen.length === 0 }}
      cancelText={t("act.cancel")}
      onOk={() => void submit(assign, onDone)}
      onCancel={onClose}
      width={560}
    >
      <div ref={box} className="form">
        <label htmlFor="assign-person">{t("field.responsible")}</label>
        <Select
          id="assign-person"
          value={person}
          placeholder={t("in_charge.pick")}
          showSearch={{ optionFilterProp: "label" }}
          options={[...people, ...(held ? [{ value: NOBODY, label: t("in_charge.takeAway") }] : [])]}
          notFoundContent={<span className="note">{t("edit.noChoice")}</span>}
          onChange={setPerson}
        />
      </div>
      {people.length === 0 && (
        <p className="note">
          {t("in_charge.emptyBook")}{" "}
          <Link to="/people" className="link">
            {t("in_charge.toBook")}
          </Link>
        </p>
      )}
      <div className="cap">
        <Tick
          checked={chosen.length === items.length}
          partly={chosen.length > 0}
          label={t("in_charge.all", { count: items.length })}
          onTick={(on) => put(items, on)}
        />
        <h3>{t("in_charge.items")}</h3>
        <span className="n">{t("in_charge.chosen", { count: chosen.length, all: items.length })}</span>
      </div>
      <ul className="ab-assign scrolls">
        {items.map((one) => (
          <li key={keyOf(one)}>
            <Tick checked={picked.has(keyOf(one))} onTick={(on) => put([one], on)}>
              <span className="cut" title={one.label}>
                {one.label}
              </span>
            </Tick>
            <span className="i3 cut">{one.responsible ?? t("in_charge.nobody")}</span>
          </li>
        ))}
      </ul>
      <Problem text={fault && faultWords(fault)} />
    </Modal>
  );
}
