import { Select } from "antd";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FigureKind, TypedIn } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { Tick } from "../controls/Tick";
import { useSubmit } from "../controls/useSubmit";
import { useDesk } from "../desk";
import { faultWords, fieldFault } from "../errors";
import { Icon } from "../frame/icons";
import { act, tryTo, useAsk } from "../query";
import { DayField, Field, quantity } from "./fields";
import { plain } from "./sentence";
import { useSpeaker } from "./useAnswers";

interface Props {
  kinds: FigureKind[];
  /** The newest of each name, as the answer tells them. */
  typed: TypedIn[];
}

/** Figures that nobody can count from our records: typed in with source and date. */
export function Typed({ kinds, typed }: Props) {
  const { t } = useTranslation();
  const speaker = useSpeaker();
  const all = useAsk("figure_list", {}).data ?? [];
  const list = all.filter((f) => kinds.includes(f.kind));
  const told = (id: string) => {
    const found = typed.find((one) => one.figure.id === id);
    const figure = found?.figure ?? list.find((f) => f.id === id);
    return figure ? plain(speaker.typed(found ?? { figure, reach: null })) : "";
  };
  return (
    <>
      <ul className="who">
        {list.map((figure) => (
          <li key={figure.id}>
            <span className="grow">{told(figure.id)}</span>
            <button
              type="button"
              className="btn flat s sq"
              aria-label={t("board.add.removeOf", { what: figure.name })}
              onClick={() => void tryTo(() => act("figure_remove", { id: figure.id }))}
            >
              <Icon name="x" size={12} />
            </button>
          </li>
        ))}
      </ul>
      <NewFigure kinds={kinds} />
    </>
  );
}

const BLANK = { name: "", value: "", unit: "", out_of: "", target: "", source: "" };

function NewFigure({ kinds }: { kinds: FigureKind[] }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const [kind, setKind] = useState<FigureKind>(kinds[0] ?? "place");
  const [form, setForm] = useState(BLANK);
  const [about, setAbout] = useState(false);
  const [asOf, setAsOf] = useState(desk.today);
  const { fault, submit: add } = useSubmit();
  const set = (part: Partial<typeof BLANK>) => setForm({ ...form, ...part });
  const has = (of: FigureKind[]) => of.includes(kind);
  const save = async () => {
    const value = await quantity("value", form.value);
    const target = await quantity("target", has(["goal"]) ? form.target : "");
    const outOf = has(["place"]) && form.out_of.trim() !== "" ? Number(form.out_of) : null;
    const unit = has(["satisfaction"]) ? "%" : has(["place"]) ? null : form.unit || value.unit || target.unit;
    const { name, source } = form;
    return act("figure_save", {
      id: null,
      set: {
        kind,
        name,
        source,
        as_of: asOf,
        value: value.value,
        target: target.value,
        out_of: outOf,
        unit,
        about: about || value.about,
      },
    });
  };
  const submit = (e: FormEvent) => {
    e.preventDefault();
    void add(save, () => {
      setForm(BLANK);
      setAbout(false);
    });
  };
  const bad = (field: string) => fieldFault(fault, field);
  const first = ["name", "value", "out_of", "target", "source", "as_of"].map(bad).find((words) => words !== null);
  return (
    <form onSubmit={submit} aria-label={t("board.add.typed")}>
      {kinds.length > 1 && (
        <div className="f">
          {t("board.add.kind")}
          <Select
            aria-label={t("board.add.kind")}
            value={kind}
            options={kinds.map((value) => ({ value, label: t(`board.kinds.${value}`) }))}
            onChange={setKind}
          />
        </div>
      )}
      <Field
        className={kinds.length > 1 ? undefined : "whole"}
        label={t("board.add.name")}
        placeholder={t("board.add.nameExample")}
        value={form.name}
        bad={bad("name") !== null}
        onType={(name) => set({ name })}
      />
      <Field
        label={t("board.add.value")}
        value={form.value}
        bad={bad("value") !== null}
        onType={(value) => set({ value })}
      />
      {has(["place"]) && (
        <Field
          label={t("board.add.outOf")}
          inputMode="numeric"
          value={form.out_of}
          bad={bad("out_of") !== null}
          onType={(out_of) => set({ out_of })}
        />
      )}
      {has(["quota", "goal"]) && (
        <Field label={t("board.add.unit")} value={form.unit} onType={(unit) => set({ unit })} />
      )}
      {has(["goal"]) && (
        <>
          <Field
            label={t("board.add.target")}
            value={form.target}
            bad={bad("target") !== null}
            onType={(target) => set({ target })}
          />
          <Tick checked={about} onTick={setAbout}>
            {t("board.add.about")}
          </Tick>
        </>
      )}
      <Field
        label={t("board.add.source")}
        placeholder={t("board.add.sourceExample")}
        value={form.source}
        bad={bad("source") !== null}
        onType={(source) => set({ source })}
      />
      <DayField label={t("board.add.asOf")} value={asOf} max={desk.today} onPick={setAsOf} />
      <button type="submit" className="btn pri">
        {t("board.add.typed")}
      </button>
      <Problem text={fault && (first ?? faultWords(fault))} />
    </form>
  );
}
