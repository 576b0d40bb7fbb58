import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Against, RoundPage } from "../bindings/types";
import { Seg } from "../controls/Seg";
import { Broken } from "../frame/Broken";
import { useAsk } from "../query";
import { Differences } from "./Differences";
import { SaveChanges } from "./SaveChanges";

const WINDOW = 200;

/** 较上期, 较去年同期. */
export function Changes({ page }: { page: RoundPage }) {
  const { t } = useTranslation();
  const [against, setAgainst] = useState<Against>("last");
  const [unit, setUnit] = useState<string | null>(null);
  const [shown, setShown] = useState(WINDOW);
  const { id, name } = page.round;
  const found = useAsk("round_compare", { id, with: against, unit, offset: 0, limit: shown });
  return (
    <>
      <div className="bar">
        <Seg<Against>
          label={t("rounds.against")}
          value={against}
          choices={(["last", "last_year"] as const).map((value) => ({ value, text: t(`rounds.with.${value}`) }))}
          onPick={setAgainst}
        />
        <div className="grow" />
        <SaveChanges what={{ round: id, with: against }} name={`${name} ${t(`rounds.with.${against}`)}`} />
      </div>
      {found.isError && <Broken fault={found.error.fault} retry={() => void found.refetch()} />}
      {found.data && (
        <Differences
          found={found.data}
          names={[t(`rounds.side.${against}`), t("rounds.side.now")]}
          unit={unit}
          onUnit={setUnit}
          onMore={() => setShown(shown + WINDOW)}
        />
      )}
    </>
  );
}
