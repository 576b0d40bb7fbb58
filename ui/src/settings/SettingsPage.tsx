import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { CalendarPage } from "../calendar/CalendarPage";
import { Editable } from "../controls/Editable";
import { EditChoice } from "../controls/EditChoice";
import { EditRegion } from "../controls/EditRegion";
import { LanguageSeg } from "../controls/LanguageSeg";
import { Seg } from "../controls/Seg";
import { Tabs } from "../controls/Tabs";
import { useDesk } from "../desk";
import { Page } from "../frame/Page";
import { moment } from "../lib/day";
import { LibraryPage } from "../library/LibraryPage";
import { Group, Row } from "../project/Overview";
import { act, useAsk, useDo } from "../query";
import { SafetyPage } from "../safety/SafetyPage";
import { ListsEditor } from "./ListsEditor";
import { Regions } from "./Regions";
import { SETTINGS_TABS, type SettingsTab } from "./tabs";
import "../project/project.css";
import "./settings.css";

/** This computer, this office, its lists, what it remembers, and how safe it all is. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { tab = "general" } = useSearch({ from: "/settings" });
  const navigate = useNavigate();
  const go = (to: SettingsTab) => void navigate({ to: "/settings", search: { tab: to }, replace: true });
  const head = (
    <>
      <h1>{t("rail.settings")}</h1>
      <Tabs label={t("settings.tabs")} tabs={SETTINGS_TABS} at={tab} onPick={go}>
        {(name) => t(`settings.tab.${name}`)}
      </Tabs>
    </>
  );
  return (
    <Page title={t("rail.settings")} head={head}>
      {tab === "general" && (
        <div className="settings scrolls">
          <div>
            <Look />
            <OfficePart />
            <About />
          </div>
          <div>
            <ListsEditor />
            <Mappings />
          </div>
        </div>
      )}
      {tab === "calendar" && <CalendarPage />}
      {tab === "library" && <LibraryPage />}
      {tab === "regions" && <Regions />}
      {tab === "safety" && <SafetyPage />}
    </Page>
  );
}

function Look() {
  const { t } = useTranslation();
  const { desk, unit } = useDesk();
  const save = useDo("setting_save");
  const set = (key: string) => (value: string) => save.mutate({ key, value });
  return (
    <Group title={t("settings.look")}>
      <Row name={t("settings.language")}>
        <LanguageSeg />
      </Row>
      <Row name={t("settings.theme")}>
        <Seg
          label={t("settings.theme")}
          value={desk.theme ?? "system"}
          choices={(["light", "dark", "system"] as const).map((value) => ({
            value,
            text: t(`settings.themes.${value}`),
          }))}
          onPick={set("theme")}
        />
      </Row>
      <Row name={t("money.unit")}>
        <Seg
          label={t("money.unit")}
          value={unit}
          choices={(["wan", "yi"] as const).map((value) => ({ value, text: t(`money.${value}`) }))}
          onPick={set("money_unit")}
        />
      </Row>
    </Group>
  );
}

const LEVELS = ["province", "city", "county", "chain", "project"] as const;

function OfficePart() {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const office = desk.office;
  const person = desk.person;
  const region = useAsk("region_search", { text: office?.region ?? "", parent: null }, office?.region !== null);
  if (!office) return null;
  const save = (set: Record<string, string | null>) => act("office_save", { id: office.id, set });
  return (
    <Group title={t("settings.office")}>
      <Row name={t("start.office")}>
        <Editable
          label={t("start.office")}
          field="name"
          shown={office.name}
          text={office.name}
          save={(name) => save({ name })}
        />
      </Row>
      <Row name={t("start.level")}>
        <EditChoice
          label={t("start.level")}
          value={office.level}
          clears={false}
          choices={LEVELS.map((value) => ({ value, label: t(`level.${value}`) }))}
          save={(level) => save({ level })}
        />
      </Row>
      <Row name={t("start.region")}>
        <EditRegion
          label={t("start.region")}
          value={office.region}
          name={region.data?.find((r) => r.code === office.region)?.full_name ?? null}
          save={(code) => save({ region: code })}
        />
      </Row>
      {person && (
        <Row name={t("start.person")}>
          <Editable
            label={t("start.person")}
            field="name"
            shown={person.name}
            text={person.name}
            save={(name) => act("person_save", { id: person.id, set: { name } })}
          />
        </Row>
      )}
    </Group>
  );
}

/** Which program this is. */
function About() {
  const { t } = useTranslation();
  const { desk } = useDesk();
  return (
    <Group title={t("settings.about")}>
      <Row name={t("settings.version")}>
        <span className="plain">{desk.version}</span>
      </Row>
    </Group>
  );
}

/** How each sender's ledgers were read; forgetting one means being asked again. */
function Mappings() {
  const { t } = useTranslation();
  const mappings = useAsk("mapping_list", {});
  const list = mappings.data ?? [];
  return (
    <section className="group">
      <div className="cap">
        <h2>{t("settings.mappings")}</h2>
        <span className="n">{t("settings.mappingsNote")}</span>
      </div>
      {list.length === 0 && <p className="note">{t("settings.noMappings")}</p>}
      <ul className="plainlist">
        {list.map((mapping) => (
          <li key={mapping.id}>
            <span className="grow cut">{mapping.sender === "" ? t("settings.noSender") : mapping.sender}</span>
            <span className="note">{t("settings.used", { at: moment(mapping.used_ms).slice(0, 10) })}</span>
            <button type="button" className="btn s" onClick={() => void act("mapping_remove", { id: mapping.id })}>
              {t("settings.forget")}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
