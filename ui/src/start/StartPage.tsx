import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Level } from "../bindings/types";
import { LanguageSeg } from "../controls/LanguageSeg";
import { Problem } from "../controls/Problem";
import { RegionPicker } from "../controls/RegionPicker";
import { useDesk } from "../desk";
import { faultWords, fieldFault, stillMissing } from "../errors";
import { Mark } from "../frame/icons";
import { tryTo, useDo } from "../query";
import { router } from "../router";
import { Certificate } from "../safety/Certificate";
import { OpenDialog } from "../safety/OpenDialog";
import { showSample } from "../sample/desks";
import { startTour } from "../sample/steps";
import "../sample/sample.css";

/** What was typed before looking at the sample is still there afterwards. */
const typed: { person: string; office: string; level: Level; region: { code: string; name: string | null } | null } = {
  person: "",
  office: "",
  level: "county",
  region: null,
};

const LEVELS: Level[] = ["province", "city", "county", "chain", "project"];

/** First run: who sits here, for which office, where; then the first ledger. */
export function StartPage({ onBring }: { onBring: (bringing: boolean) => void }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const start = useDo("desk_start", { quiet: true });
  const [person, setPerson] = useState(typed.person);
  const [office, setOffice] = useState(typed.office);
  const [level, setLevel] = useState<Level>(typed.level);
  const [region, setRegion] = useState(typed.region);
  const [opening, setOpening] = useState(false);
  const [bringing, setBringing] = useState(false);
  const bring = (yes: boolean) => {
    setBringing(yes);
    onBring(yes);
  };
  Object.assign(typed, { person, office, level, region });
  const fault = start.error?.fault;

  const go = (then: "/import" | "/ledger") => {
    void router.navigate({ to: then });
    start.mutate({ person, office, level, region: region?.code ?? null });
  };

  const look = async () => {
    setOpening(true);
    try {
      // Whoever has said who they are has their desk; the others look first.
      if (person.trim() !== "" && office.trim() !== "") {
        await start.mutateAsync({ person, office, level, region: region?.code ?? null });
      }
      await showSample("daqing");
      startTour();
    } finally {
      setOpening(false);
    }
  };

  return (
    <main className="start">
      <form
        className="founding"
        onSubmit={(e) => {
          e.preventDefault();
          go("/import");
        }}
      >
        <header>
          <Mark label={t("app.name")} />
          <h1>{t("app.name")}</h1>
          <div className="langs">
            <LanguageSeg />
          </div>
        </header>
        {desk.cleared && <Certificate of={desk.cleared} />}
        <div className="says">
          <p className="i2">{t("start.lead")}</p>
          <p className="note">{t("start.note")}</p>
        </div>
        <div className="form">
          <label htmlFor="person">{t("start.person")}</label>
          <div>
            <input
              id="person"
              className={stillMissing(fault, "person", person) ? "field bad" : "field"}
              value={person}
              autoComplete="name"
              // biome-ignore lint/a11y/noAutofocus: the first thing to do on an empty desk
              autoFocus
              aria-describedby="person-fault"
              onChange={(e) => setPerson(e.target.value)}
            />
            <Problem id="person-fault" text={stillMissing(fault, "person", person)} />
          </div>
          <label htmlFor="office">{t("start.office")}</label>
          <div>
            <input
              id="office"
              className={stillMissing(fault, "office", office) ? "field bad" : "field"}
              value={office}
              placeholder={t("start.officeExample")}
              aria-describedby="office-fault"
              onChange={(e) => setOffice(e.target.value)}
            />
            <Problem id="office-fault" text={stillMissing(fault, "office", office)} />
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
        <div className="way">
          <button type="button" className="btn" disabled={start.isPending || opening} onClick={() => void tryTo(look)}>
            {t("sample.open")}
          </button>
          <p className="note">{t("sample.about")}</p>
        </div>
        <div className="way">
          <button type="button" className="btn" disabled={start.isPending} onClick={() => bring(true)}>
            {t("start.bring")}
          </button>
          <p className="note">{t("start.bringNote")}</p>
        </div>
      </form>
      {bringing && <OpenDialog bring onClose={() => bring(false)} />}
    </main>
  );
}
