import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Level } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { RegionPicker } from "../controls/RegionPicker";
import { faultWords, fieldFault } from "../errors";
import { Mark } from "../frame/icons";
import { useDo } from "../query";
import { router } from "../router";

const LEVELS: Level[] = ["province", "city", "county", "chain", "project"];

/** First run: who sits here, for which office, where; then the first ledger. */
export function StartPage() {
  const { t } = useTranslation();
  const start = useDo("desk_start", { quiet: true });
  const [person, setPerson] = useState("");
  const [office, setOffice] = useState("");
  const [level, setLevel] = useState<Level>("county");
  const [region, setRegion] = useState<{ code: string; name: string | null } | null>(null);
  const fault = start.error?.fault;

  const go = (then: "/import" | "/ledger") => {
    void router.navigate({ to: then });
    start.mutate({ person, office, level, region: region?.code ?? null });
  };

  return (
    <main className="start">
      <form
        className="sheet"
        onSubmit={(e) => {
          e.preventDefault();
          go("/import");
        }}
      >
        <header>
          <Mark label={t("app.name")} />
          <h1>{t("app.name")}</h1>
        </header>
        <p className="i2">{t("start.lead")}</p>
        <div className="form">
          <label htmlFor="person">{t("start.person")}</label>
          <div>
            <input
              id="person"
              className={fieldFault(fault, "person") ? "field bad" : "field"}
              value={person}
              autoComplete="name"
              // biome-ignore lint/a11y/noAutofocus: the first thing to do on an empty desk
              autoFocus
              aria-describedby="person-fault"
              onChange={(e) => setPerson(e.target.value)}
            />
            <Problem id="person-fault" text={fieldFault(fault, "person")} />
          </div>
          <label htmlFor="office">{t("start.office")}</label>
          <div>
            <input
              id="office"
              className={fieldFault(fault, "office") ? "field bad" : "field"}
              value={office}
              placeholder={t("start.officeExample")}
              aria-describedby="office-fault"
              onChange={(e) => setOffice(e.target.value)}
            />
            <Problem id="office-fault" text={fieldFault(fault, "office")} />
          </div>
          <label htmlFor="level">{t("start.level")}</label>
          <Select
            id="level"
            value={level}
            options={LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
            onChange={setLevel}
            style={{ width: "100%" }}
          />
          <label htmlFor="region">{t("start.region")}</label>
          <div>
            <RegionPicker
              id="region"
              value={region?.code ?? null}
              name={region?.name ?? null}
              onPick={(code, name) => setRegion(code ? { code, name } : null)}
            />
            <Problem text={fieldFault(fault, "region")} />
          </div>
        </div>
        {fault && fault.code !== "invalid" && <Problem text={faultWords(fault)} />}
        <div className="go">
          <button type="submit" className="btn pri" disabled={start.isPending}>
            {t("start.import")}
          </button>
          <button type="button" className="btn" disabled={start.isPending} onClick={() => go("/ledger")}>
            {t("start.empty")}
          </button>
        </div>
        <p className="note">{t("start.note")}</p>
      </form>
    </main>
  );
}
