import { Link, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Broken } from "../frame/Broken";
import { Icon } from "../frame/icons";
import { Page } from "../frame/Page";
import { useAsk } from "../query";
import { Differences } from "./Differences";
import { SaveChanges } from "./SaveChanges";
import "./rounds.css";

const WINDOW = 200;

/** Any two moments of the ledger: what was added, what is gone, what changed, and the sums by unit. */
export function ComparePage() {
  const { t } = useTranslation();
  const { from, to } = useSearch({ from: "/rounds/compare" });
  const snapshots = useAsk("snapshot_list", {});
  const [unit, setUnit] = useState<string | null>(null);
  const [shown, setShown] = useState(WINDOW);
  const found = useAsk("snapshot_compare", { from, to, unit, offset: 0, limit: shown });
  const name = (moment: string) => {
    if (moment === "now") return t("rounds.now");
    return snapshots.data?.find((one) => one.snapshot.id === moment)?.snapshot.name ?? moment;
  };
  const title = t("rounds.between", { from: name(from), to: name(to) });
  const head = (
    <>
      <Link to="/rounds" className="crumb row round-crumb">
        <Icon name="left" size={12} />
        {t("rail.reports")}
      </Link>
      <h1>{title}</h1>
      <div className="grow" />
      <SaveChanges what={{ from, to }} name={title} />
    </>
  );
  return (
    <Page title={title} head={head}>
      {found.isError && <Broken fault={found.error.fault} retry={() => void found.refetch()} />}
      {found.data && (
        <Differences
          found={found.data}
          names={[name(from), name(to)]}
          unit={unit}
          onUnit={setUnit}
          onMore={() => setShown(shown + WINDOW)}
        />
      )}
    </Page>
  );
}
