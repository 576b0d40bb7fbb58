import { Dropdown } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { holderWord } from "../approvals/words";
import type { Listed, ProjectId, TodayParty } from "../bindings/types";
import { DraftMark } from "../controls/DraftMark";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { tryTo } from "../query";
import { call } from "../rpc";
import { CallForm, callKey } from "../today/CallForm";
import "../today/today.css";

interface Props {
  project: ProjectId;
  items: Listed[];
  /** Only about this item. */
  item?: string;
  className?: string;
}

/** 记联系 about what a project has in hand: with the one who has it, or whom of several is asked first. */
export function CallProject({ project, items, item, className = "btn" }: Props) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const [parties, setParties] = useState<TodayParty[]>([]);
  const [calling, setCalling] = useState<TodayParty | null>(null);
  const place = useRef<HTMLButtonElement>(null);
  const held = items.filter((one) => one.in_hand && (item === undefined || one.code === item));
  const inHand = held.length > 0;
  const keys = held.flatMap((one) => one.in_hand?.holder ?? []).map((party) => callKey(party, project));
  const ask = () =>
    tryTo(async () => {
      const asked = { mine: false, waiting: null, party: null, whole: false, room: 0, project };
      const found = (await call("today_get", asked)).value.parties.flatMap((party) => {
        const rows = party.rows.filter(({ row }) => item === undefined || row.item === item);
        return rows.length > 0 ? [{ ...party, rows }] : [];
      });
      const [only] = found;
      if (found.length === 1 && only) setCalling(only);
      else setParties(found);
    });
  const pick = (key: string) => {
    // The menu goes away: what the form leads back to is the button.
    place.current?.focus();
    setCalling(parties.find((party) => party.key === key) ?? null);
    setParties([]);
  };
  const choices = parties.map((party) => ({
    key: party.key,
    label: (
      <>
        {t("head.callOf", { name: holderWord(party.name, party.name_en, lang), count: party.count })}
        <DraftMark keys={[callKey(party.key, project)]} />
      </>
    ),
  }));
  return (
    <>
      <Dropdown
        open={parties.length > 0}
        trigger={["click"]}
        onOpenChange={(open) => {
          if (!open) setParties([]);
        }}
        menu={{ items: choices, onClick: ({ key }) => pick(key), autoFocus: true }}
        autoFocus
      >
        <button
          ref={place}
          type="button"
          className={className}
          disabled={!inHand}
          title={inHand ? undefined : t("head.callNone")}
          onClick={() => void ask()}
        >
          <Icon name="phone" />
          {t("head.call")}
          {calling === null && <DraftMark keys={keys} />}
        </button>
      </Dropdown>
      {calling && (
        <CallForm party={calling} waiting={null} mine={false} project={project} onClose={() => setCalling(null)} />
      )}
    </>
  );
}
