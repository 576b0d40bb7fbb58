import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { BookUnit } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { useSubmit } from "../controls/useSubmit";
import { faultWords, fieldFault } from "../errors";
import { isIme } from "../lib/ime";
import { act, tryTo } from "../query";
import { movedTo } from "./move";

interface Props {
  units: BookUnit[];
  /** All who hold a seat now, those of no unit too. */
  people: number;
  at: string | undefined;
  /** While something is looked for, the list shows what was found and cannot be moved. */
  finding: boolean;
  /** Name of a unit that is to be added. */
  adds: string | undefined;
  onGo: (unit: string | undefined) => void;
  onMade: (unit: string) => void;
}

/** Units in official order; one is moved by dragging it, or by Alt and an arrow. */
export function UnitList({ units, people, at, finding, adds, onGo, onMade }: Props) {
  const { t } = useTranslation();
  const [held, setHeld] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const ids = units.flatMap(({ unit }) => (unit ? [unit.id] : []));
  const move = (from: number, to: number) => {
    const order = movedTo(ids, from, to);
    if (order.join() !== ids.join()) void tryTo(() => act("order_save", { of: "units", ids: order }));
  };
  const press = (n: number) => (e: KeyboardEvent<HTMLButtonElement>) => {
    const by = e.key === "ArrowDown" ? 1 : e.key === "ArrowUp" ? -1 : 0;
    if (by === 0 || isIme(e)) return;
    e.preventDefault();
    if (e.altKey && !finding && ids[n + by] !== undefined) move(n, n + by);
    else {
      const all = e.currentTarget.closest("nav")?.querySelectorAll<HTMLElement>("button.unit");
      all?.[n + 1 + by]?.focus();
    }
  };
  return (
    <nav className="units" aria-label={t("book.units")}>
      <button
        type="button"
        className={at === undefined ? "unit on" : "unit"}
        aria-current={at === undefined ? "true" : undefined}
        onClick={() => onGo(undefined)}
        onKeyDown={press(-1)}
      >
        <span className="grow">{t("book.all")}</span>
        <span className="n">{people}</span>
      </button>
      <div className="scrolls">
        {units.map(({ unit, people: own }, n) =>
          unit === null ? null : (
            <button
              key={unit.id}
              type="button"
              className={`unit ${unit.id === at ? "on" : ""} ${over === n ? "over" : ""}`}
              aria-current={unit.id === at ? "true" : undefined}
              title={finding ? unit.name : t("book.moveHint", { name: unit.name })}
              draggable={!finding}
              onDragStart={() => setHeld(n)}
              onDragOver={(e) => {
                if (held === null) return;
                e.preventDefault();
                setOver(n);
              }}
              onDragEnd={() => {
                setHeld(null);
                setOver(null);
              }}
              onDrop={(e) => {
                e.preventDefault();
                if (held !== null) move(held, n);
                setHeld(null);
                setOver(null);
              }}
              onClick={() => onGo(unit.id)}
              onKeyDown={press(n)}
            >
              <span className="seq">{n + 1}</span>
              <span className="grow cut">{unit.short_name ?? unit.name}</span>
              <span className="n">{own.filter((one) => one.person.until === null).length}</span>
            </button>
          ),
        )}
      </div>
      {!finding && <NewUnit key={adds} first={adds} onMade={onMade} />}
    </nav>
  );
}

function NewUnit({ first, onMade }: { first: string | undefined; onMade: (unit: string) => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState(first ?? "");
  const button = useRef<HTMLButtonElement>(null);
  // What was come for is one key away.
  useEffect(() => {
    if (first !== undefined) button.current?.focus();
  }, [first]);
  const { fault, submit: add } = useSubmit();
  const submit = (e: FormEvent) => {
    e.preventDefault();
    void add(
      async () => {
        const unit = await act("department_save", { id: null, set: { name } });
        onMade(unit.id);
      },
      () => setName(""),
    );
  };
  return (
    <form className="new-unit" onSubmit={submit}>
      <input
        className={fault ? "field bad" : "field"}
        value={name}
        placeholder={t("registry.unitName")}
        aria-label={t("registry.newUnit")}
        onChange={(e) => setName(e.target.value)}
      />
      <button type="submit" className="btn" ref={button}>
        {t("book.addUnit")}
      </button>
      <Problem text={fault && (fieldFault(fault, "name") ?? faultWords(fault))} />
    </form>
  );
}
