import { Select } from "antd";
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ApprovalWay, Fault, Listed, Patch, ProjectId, Way } from "../../../bindings/types";
import { DayInput } from "../../../controls/DayInput";
import { Problem } from "../../../controls/Problem";
import { Unsaved } from "../../../controls/Unsaved";
import { useDesk } from "../../../desk";
import { fieldFault, shortWords, unfilled } from "../../../errors";
import { isIme } from "../../../lib/ime";
import { useKept } from "../../../lib/kept";
import { daysText, halfDays } from "../../../library/fields";
import { useDo } from "../../../query";
import { Refused } from "../../../rpc";
import { limitWords } from "../DayStrip";
import { nameOf } from "../PathHead";
import { canEnd, isBefore, wayKey } from "./words";

interface Props {
  way: Way;
  known: ApprovalWay | null;
  item: Listed;
  items: Listed[];
  project: ProjectId;
  onClose: () => void;
}

const FIELDS = ["begun_on", "waits_for", "due_by", "formal_on", "area", "document", "half_days", "note"] as const;

interface Draft {
  begun: string;
  waits: string | null;
  due: string;
  formal: string;
  document: string;
  area: string;
  days: string;
  note: string;
}

const draftOf = (known: ApprovalWay | null, today: string): Draft => ({
  begun: known?.begun_on ?? today,
  waits: known?.waits_for ?? null,
  due: known?.due_by ?? "",
  formal: known?.formal_on ?? "",
  document: known?.document ?? "",
  area: known?.area ?? "",
  days: daysText(known?.half_days ?? null),
  note: known?.note ?? "",
});

/** The days and papers of one way; what only some ways have is asked only of them. */
export function WayForm({ way, known, item, items, project, onClose }: Props) {
  const { t } = useTranslation();
  const { lang, desk } = useDesk();
  const id = useId();
  const box = useRef<HTMLFormElement>(null);
  const kept = useKept<Draft>(wayKey(project, item.code, way), draftOf(known, desk.today), ["begun"]);
  const { draft, change, forget } = kept;
  const { begun, waits, due, formal, document, area, days, note } = draft;
  const save = useDo("approval_way_save", { saved: forget });
  /** Days that are no half days: they are refused here. */
  const [refused, setRefused] = useState<Fault | null>(null);
  const fault = unfilled(refused ?? save.error?.fault, {
    begun_on: begun,
    waits_for: waits,
    due_by: due,
    formal_on: formal,
    document,
    area,
    half_days: days,
    note,
  });
  const bad = (field: string) => fieldFault(fault, field);
  /** The half days of a promise that stands in the way of an area assessment. */
  const otherwise = fault?.fields.find((one) => one.rule === "agreed_otherwise");
  const agreed = otherwise ? Number(otherwise.params.half_days) : null;
  // It stands where the button was that opened it.
  useEffect(() => {
    box.current?.querySelector("input")?.focus();
    box.current?.scrollIntoView({ block: "nearest" });
  }, []);

  const set = (): Patch => ({
    begun_on: begun,
    waits_for: waits,
    due_by: due || null,
    formal_on: formal || null,
    document: document.trim() || null,
    note: note.trim() || null,
    ...(way === "area_covered" && { area: area.trim() || null, half_days: halfDays("half_days", days) }),
  });
  const submit = (e: FormEvent) => {
    e.preventDefault();
    send(false);
  };
  /** `instead` lets an area assessment take the place of the limit that was agreed. */
  const send = (instead: boolean) => {
    setRefused(null);
    try {
      const input = { project, item: item.code, way, set: set(), ...(instead && { instead }) };
      // The list may show the way before this is done, in another form: what closes it is not this one's own.
      void save.mutateAsync(input).then(onClose, () => undefined);
    } catch (e) {
      if (!(e instanceof Refused)) throw e;
      setRefused(e.fault);
    }
  };
  // A list or a calendar that is open closes first.
  const press = (e: KeyboardEvent<HTMLFormElement>) => {
    const inside = (e.target as HTMLElement).getAttribute("aria-expanded") === "true";
    if (e.key !== "Escape" || isIme(e) || inside) return;
    e.stopPropagation();
    onClose();
  };
  const name = t(`ways.way.${way}`);
  const triggers = items.filter((one) => one.code !== item.code && one.waived === null);
  const documentWord = t(way === "area_covered" ? "ways.area.basis" : "ways.field.document");
  const ends = way === "pledge" ? t("ways.field.kept_on") : t("ways.field.formal_on");
  return (
    <form
      ref={box}
      className="aw-form"
      aria-label={t("ways.form", { way: name })}
      onSubmit={submit}
      onKeyDown={press}
      noValidate
    >
      <b className="all">{name}</b>
      <div className="all">
        <Unsaved kept={kept} />
      </div>
      <label htmlFor={`${id}b`}>{t("ways.field.begun_on")}</label>
      <DayInput
        id={`${id}b`}
        label={t("ways.field.begun_on")}
        value={begun}
        max={desk.today}
        bad={bad("begun_on") !== null}
        onPick={(begun) => change({ begun })}
      />
      {(isBefore(way) || waits !== null) && (
        <>
          <label htmlFor={`${id}w`} title={t("ways.waitsHint")}>
            {t("ways.waitsFor")}
          </label>
          <Select
            id={`${id}w`}
            aria-label={t("ways.waitsFor")}
            value={waits}
            allowClear
            showSearch={{ optionFilterProp: "label" }}
            placeholder={t("ways.waitsHint")}
            notFoundContent={<span className="note">{t("edit.noChoice")}</span>}
            status={bad("waits_for") ? "error" : undefined}
            options={triggers.map((one) => ({ value: one.code, label: `${one.code} ${nameOf(one, lang)}` }))}
            onChange={(to: string | undefined) => change({ waits: to ?? null })}
          />
        </>
      )}
      {(way === "pledge" || due !== "") && (
        <>
          <label htmlFor={`${id}d`}>{t("ways.field.due_by")}</label>
          <DayInput
            id={`${id}d`}
            label={t("ways.field.due_by")}
            value={due}
            clears
            bad={bad("due_by") !== null}
            onPick={(due) => change({ due })}
          />
        </>
      )}
      {known !== null && (canEnd(way) || formal !== "") && (
        <>
          <label htmlFor={`${id}f`}>{ends}</label>
          <DayInput
            id={`${id}f`}
            label={ends}
            value={formal}
            max={desk.today}
            clears
            bad={bad("formal_on") !== null}
            onPick={(formal) => change({ formal })}
          />
        </>
      )}
      {way === "area_covered" && (
        <>
          <label htmlFor={`${id}a`}>{t("ways.field.area")}</label>
          <input id={`${id}a`} className="field" value={area} onChange={(e) => change({ area: e.target.value })} />
        </>
      )}
      <label htmlFor={`${id}n`}>{documentWord}</label>
      <input
        id={`${id}n`}
        className={bad("document") ? "field bad" : "field"}
        value={document}
        onChange={(e) => change({ document: e.target.value })}
      />
      {way === "area_covered" && (
        <>
          <label htmlFor={`${id}s`}>{t("ways.field.half_days")}</label>
          <input
            id={`${id}s`}
            className={bad("half_days") ? "field bad" : "field"}
            inputMode="decimal"
            value={days}
            aria-describedby={`${id}h`}
            onChange={(e) => change({ days: e.target.value })}
          />
          <p className="note all" id={`${id}h`}>
            {t("ways.area.without")}
          </p>
        </>
      )}
      <label htmlFor={`${id}t`}>{t("ways.field.note")}</label>
      <input id={`${id}t`} className="field" value={note} onChange={(e) => change({ note: e.target.value })} />
      <div className="all">
        {FIELDS.map((field) => (
          <Problem key={field} text={bad(field) && `${fieldWord(field)} ${bad(field)}`} />
        ))}
        {fault && fault.code !== "invalid" && <Problem text={shortWords(fault)} />}
        {agreed !== null && (
          <div className="aw-instead">
            <p className="note">
              {t("ways.area.instead", { days: limitWords({ half_days: agreed, unit: "working" }) })}
            </p>
            <button type="button" className="btn s" disabled={save.isPending} onClick={() => send(true)}>
              {t("ways.area.replace")}
            </button>
          </div>
        )}
        <div className="row aw-acts">
          <button type="submit" className="btn pri" disabled={save.isPending}>
            {t("act.save")}
          </button>
          <button type="button" className="btn flat" onClick={onClose}>
            {t("act.cancel")}
          </button>
        </div>
      </div>
    </form>
  );

  function fieldWord(field: (typeof FIELDS)[number]) {
    if (field === "waits_for") return t("ways.waitsFor");
    if (field === "document") return documentWord;
    return field === "formal_on" ? ends : t(`ways.field.${field}`);
  }
}
