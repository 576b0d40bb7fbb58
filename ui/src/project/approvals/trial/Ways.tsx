import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Listed, Offer, TrialChange } from "../../../bindings/types";
import { Tick } from "../../../controls/Tick";
import { useDesk } from "../../../desk";
import { Icon } from "../../../frame/icons";
import { measureWord } from "../../../library/measures";
import { OwnForm } from "./OwnForm";
import { keyOf, type Own, type Picks } from "./picks";
import { changeWords } from "./words";

interface Props {
  items: Listed[];
  picks: Picks;
  rows: Offer[];
  /** Why nothing is offered. */
  none: string | null;
  onPick: (picks: Picks) => void;
}

/** What the template allows, what one thought of oneself, and the form for more of that. */
export function Ways({ items, picks, rows, none, onPick }: Props) {
  const { t } = useTranslation();
  const add = useRef<HTMLButtonElement>(null);
  const isOn = (offer: Offer) => picks.offers.some((one) => keyOf(one.change) === keyOf(offer.change));
  const tick = (offer: Offer, on: boolean) => {
    const others = picks.offers.filter((one) => keyOf(one.change) !== keyOf(offer.change));
    onPick({ ...picks, offers: on ? [...others, offer] : others });
  };
  const addOwn = (change: TrialChange) => {
    const others = picks.own.filter((one) => keyOf(one.change) !== keyOf(change));
    onPick({ ...picks, own: [...others, { change, on: true }] });
  };
  const drop = (own: Own) => {
    onPick({ ...picks, own: picks.own.filter((one) => one !== own) });
    add.current?.focus();
  };
  return (
    <>
      <div className="cap">
        <h3 id="trial-offers">{t("trial.offers")}</h3>
      </div>
      {none && <p className="note">{none}</p>}
      <ul aria-labelledby="trial-offers">
        {rows.map((offer) => (
          <li key={keyOf(offer.change)}>
            <Tick checked={isOn(offer)} onTick={(on) => tick(offer, on)}>
              <Words change={offer.change} items={items}>
                {t("trial.measure", { name: measureWord(offer.measure) })}
                <b className="green">{t("trial.saves", { count: offer.saves })}</b>
              </Words>
            </Tick>
          </li>
        ))}
      </ul>
      <div className="cap">
        <h3 id="trial-own">{t("trial.own")}</h3>
      </div>
      {picks.own.length > 0 && (
        <ul aria-labelledby="trial-own">
          {picks.own.map((own) => (
            <OwnLine
              key={keyOf(own.change)}
              own={own}
              items={items}
              onTick={(on) => onPick({ ...picks, own: picks.own.map((one) => (one === own ? { ...one, on } : one)) })}
              onDrop={() => drop(own)}
            />
          ))}
        </ul>
      )}
      <OwnForm items={items} add={add} onAdd={addOwn} />
    </>
  );
}

interface WordsProps {
  change: TrialChange;
  items: Listed[];
  children?: React.ReactNode;
}

function Words({ change, items, children }: WordsProps) {
  const { lang, desk } = useDesk();
  const [what, how] = changeWords(change, items, desk.today, lang);
  return (
    <span className="trial-words">
      <b>{what}</b>
      <span>{how}</span>
      {children && <span className="note">{children}</span>}
    </span>
  );
}

interface OwnLineProps {
  own: Own;
  items: Listed[];
  onTick: (on: boolean) => void;
  onDrop: () => void;
}

function OwnLine({ own, items, onTick, onDrop }: OwnLineProps) {
  const { t } = useTranslation();
  const { lang, desk } = useDesk();
  const words = changeWords(own.change, items, desk.today, lang).join(t("path.and"));
  return (
    <li>
      <Tick checked={own.on} onTick={onTick}>
        <Words change={own.change} items={items} />
      </Tick>
      <button type="button" className="btn flat s sq" aria-label={t("trial.drop", { what: words })} onClick={onDrop}>
        <Icon name="x" />
      </button>
    </li>
  );
}
