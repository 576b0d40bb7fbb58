import { AutoComplete, Select } from "antd";
import { type FormEvent, type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Listed, TrialChange } from "../../../bindings/types";
import { DayInput } from "../../../controls/DayInput";
import { Problem } from "../../../controls/Problem";
import { Seg } from "../../../controls/Seg";
import { Tick } from "../../../controls/Tick";
import { useDesk } from "../../../desk";
import { nameOf } from "../PathHead";

type Kind = TrialChange["kind"];
const KINDS: Kind[] = ["parallel", "lacking", "promise", "bundle"];
const BUNDLES = ["certificates", "assessments", "reviews", "acceptance"] as const;

interface Props {
  items: Listed[];
  add: RefObject<HTMLButtonElement | null>;
  onAdd: (change: TrialChange) => void;
}

const isOpen = (item: Listed) => !item.done && item.waived === null;
const isAhead = (item: Listed) => isOpen(item) && item.accepted_on === null;

/** What an item still waits for. */
const waitsOf = (item: Listed | undefined, items: readonly Listed[]) =>
  items.filter((other) => isOpen(other) && item?.needs.some((group) => group.includes(other.code)));

/** A change of one's own: what is done otherwise, with which item. */
export function OwnForm({ items, add, onAdd }: Props) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const [kind, setKind] = useState<Kind>("parallel");
  const [code, setCode] = useState<string | null>(null);
  const [ticked, setTicked] = useState<string[]>([]);
  const [by, setBy] = useState("");
  const [days, setDays] = useState("");
  const [name, setName] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);

  const eased = kind === "parallel" || kind === "lacking";
  const choices = eased
    ? items.filter((item) => isAhead(item) && waitsOf(item, items).length > 0)
    : items.filter(isOpen);
  const item = choices.find((one) => one.code === code);
  const boxes = kind === "bundle" ? items.filter(isAhead) : eased ? waitsOf(item, items) : [];
  const codes = boxes.map((one) => one.code).filter((one) => ticked.includes(one));

  const pick = (next: Kind) => {
    setKind(next);
    setTicked([]);
    setWrong(null);
  };
  /** The change, or what is still missing of it. */
  const made = (): TrialChange | string => {
    if (kind === "bundle") {
      if (name.trim() === "") return t("trial.need.name");
      return codes.length < 2 ? t("trial.need.two") : { kind, name: name.trim(), items: codes };
    }
    if (!item) return t("trial.need.item");
    if (kind === "promise") {
      const half_days = Number(days) * 2;
      const said = days.trim() !== "" && Number.isInteger(half_days) && half_days >= 0;
      return said ? { kind, item: item.code, half_days } : t("trial.need.days");
    }
    if (codes.length === 0) return t(`trial.need.${kind}`);
    const what = { item: item.code, before: codes };
    return kind === "parallel" ? { kind, ...what } : { kind, ...what, by: by === "" ? null : by };
  };
  const submit = (e: FormEvent) => {
    e.preventDefault();
    const change = made();
    if (typeof change === "string") return setWrong(change);
    onAdd(change);
    setWrong(null);
    setTicked([]);
    setDays("");
    setName("");
    setCode(null);
  };
  return (
    <form className="trial-form" onSubmit={submit} noValidate>
      <Seg
        label={t("trial.how")}
        value={kind}
        choices={KINDS.map((value) => ({ value, text: t(`trial.kind.${value}`) }))}
        onPick={pick}
      />
      {kind === "bundle" ? (
        <AutoComplete
          aria-label={t("trial.name")}
          placeholder={t("trial.name")}
          value={name}
          options={BUNDLES.map((one) => ({ value: t(`trial.bundles.${one}`) }))}
          onChange={setName}
        />
      ) : (
        <div className="trial-pair">
          <Select
            aria-label={t("trial.item")}
            placeholder={t("trial.item")}
            showSearch={{ optionFilterProp: "label" }}
            value={item?.code ?? null}
            options={choices.map((one) => ({ value: one.code, label: nameOf(one, lang) }))}
            onChange={(value) => {
              setCode(value);
              setTicked([]);
            }}
          />
          {kind === "promise" && (
            <input
              className="field"
              inputMode="decimal"
              placeholder={t("trial.days")}
              aria-label={t("trial.days")}
              value={days}
              onChange={(e) => setDays(e.target.value)}
            />
          )}
          {kind === "lacking" && (
            <div className="trial-by">
              {t("trial.promised")}
              <DayInput label={t("trial.promised")} value={by} clears onPick={setBy} />
            </div>
          )}
        </div>
      )}
      {boxes.length > 0 && (
        <fieldset>
          <legend className="note">{t(`trial.tick.${kind as "bundle"}`)}</legend>
          {boxes.map((one) => (
            <Tick
              key={one.code}
              checked={ticked.includes(one.code)}
              onTick={(on) => setTicked(on ? [...ticked, one.code] : ticked.filter((c) => c !== one.code))}
            >
              {nameOf(one, lang)}
            </Tick>
          ))}
        </fieldset>
      )}
      <Problem text={wrong} />
      <button type="submit" className="btn s" ref={add}>
        {t("trial.add")}
      </button>
    </form>
  );
}
