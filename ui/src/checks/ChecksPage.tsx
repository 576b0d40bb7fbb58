import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Check, CheckRow, UnitBy } from "../bindings/types";
import { NoLedger } from "../controls/NoLedger";
import { Seg } from "../controls/Seg";
import { useDesk } from "../desk";
import { Broken } from "../frame/Broken";
import { Page } from "../frame/Page";
import { Chip } from "../ledger/Chip";
import { useAsk } from "../query";
import { ReportsHead } from "../rounds/ReportsHead";
import { CheckTable } from "./CheckTable";
import { PassBar } from "./PassBar";
import { Sides } from "./Sides";
import { UnitText } from "./UnitText";
import "./checks.css";

export const keyOf = (row: CheckRow) => `${row.project} ${row.check} ${row.period ?? ""} ${row.seen}`;

/** 校验: contradictions of the ledger by check and by unit; some are let pass with a reason. */
export function ChecksPage() {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const [period, setPeriod] = useState<string | null>(null);
  const [check, setCheck] = useState<Check | null>(null);
  const [by, setBy] = useState<UnitBy>("region");
  const [unit, setUnit] = useState<string | null>(null);
  const [passed, setPassed] = useState(false);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [telling, setTelling] = useState(false);
  const asked = useAsk("check_list", { period, check, by, unit, passed, text: null });
  const page = asked.data;
  const rows = page?.rows ?? [];
  const chosen = rows.filter((row) => picked.has(keyOf(row)));
  const unpick = () => setPicked(new Set());
  const unitName = page?.units.find((one) => one.key === unit)?.name || t("checks.noUnit");

  return (
    <Page title={t("checks.title")} head={<ReportsHead />}>
      {asked.isError && <Broken fault={asked.error.fault} retry={() => void asked.refetch()} />}
      {page && desk.projects === 0 && <NoLedger title={t("checks.noneYet")} lead={t("checks.noneYetLead")} />}
      {page && desk.projects > 0 && (
        <>
          <div className="bar">
            <Chip
              name={period === null && page.period ? `${t("checks.period")} ${page.period}` : t("checks.period")}
              value={period}
              choices={page.periods.map((key) => ({ key, label: key }))}
              onPick={setPeriod}
              onClear={() => setPeriod(null)}
            />
            <Seg
              label={t("checks.show")}
              value={passed ? "passed" : "open"}
              choices={[
                { value: "open", text: `${t("checks.open")} ${page.open}` },
                { value: "passed", text: `${t("checks.passed")} ${page.passed}` },
              ]}
              onPick={(to) => {
                unpick();
                setPassed(to === "passed");
              }}
            />
            <span className="note">{t("checks.checked", { count: page.checked })}</span>
            <div className="grow" />
            {unit === null ? (
              <span className="note">{t("checks.unitHint")}</span>
            ) : (
              !passed && (
                <button type="button" className="btn s" disabled={rows.length === 0} onClick={() => setTelling(true)}>
                  {t("checks.text")}
                </button>
              )
            )}
          </div>
          <div className="checks">
            <Sides
              page={page}
              passed={passed}
              check={check}
              by={by}
              unit={unit}
              onCheck={(to) => {
                unpick();
                setCheck(to);
              }}
              onUnit={(to) => {
                unpick();
                setUnit(to);
              }}
              onBy={(to) => {
                unpick();
                setUnit(null);
                setBy(to);
              }}
            />
            <CheckTable page={page} passed={passed} picked={picked} onPick={setPicked} />
          </div>
          {!passed && chosen.length > 0 && <PassBar period={period} rows={chosen} onDone={unpick} />}
        </>
      )}
      {telling && <UnitText name={unitName} rows={rows} onClose={() => setTelling(false)} />}
    </Page>
  );
}
