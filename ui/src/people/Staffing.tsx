import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Role, StaffingRules } from "../bindings/types";
import { Editable } from "../controls/Editable";
import { Tick } from "../controls/Tick";
import { Broken } from "../frame/Broken";
import { CHOICES, choiceWord } from "../project/fields";
import { act, tryTo, useAsk } from "../query";
import { usualWord } from "./roleWords";

/** 人员配备: rules that are off unless chosen, what an office calls its roles, and which projects lack somebody. */
export function Staffing() {
  const { t } = useTranslation();
  const asked = useAsk("staffing_get", {});
  if (asked.isError) return <Broken fault={asked.error.fault} retry={() => void asked.refetch()} />;
  const page = asked.data;
  if (!page) return null;
  const { rules } = page;
  const none = !rules.team && !rules.chief && !rules.leader;
  return (
    <div className="staffing scrolls">
      <div>
        <Rules rules={rules} />
        <RoleNames />
      </div>
      <section>
        <div className="cap">
          <h2>{t("staffing.lacking")}</h2>
          {!none && (
            <span className="n">{t("staffing.sum", { lacking: page.lacking.length, projects: page.projects })}</span>
          )}
        </div>
        {none && <p className="note">{t("staffing.none")}</p>}
        {!none && page.lacking.length === 0 && (
          <p className="note">{t("staffing.enough", { projects: page.projects })}</p>
        )}
        {page.lacking.length > 0 && (
          <table className="lines">
            <thead>
              <tr>
                <th scope="col">{t("column.name")}</th>
                <th scope="col" className="num" style={{ width: 64 }}>
                  {t("staffing.people")}
                </th>
                <th scope="col" style={{ width: 152 }}>
                  {t("staffing.levels")}
                </th>
                <th scope="col" style={{ width: "42%" }}>
                  {t("staffing.lacks")}
                </th>
              </tr>
            </thead>
            <tbody>
              {page.lacking.map((one) => (
                <tr key={one.id}>
                  <td title={one.name}>
                    <Link to="/project/$id" params={{ id: one.id }} search={{ tab: "people" }} className="link">
                      {one.name}
                    </Link>
                  </td>
                  <td className="num">{one.people}</td>
                  <td>{one.levels.map((level) => t(`staffing.level.${level}`)).join(t("grid.comma"))}</td>
                  <td className="red">
                    {one.lacks
                      .map((lack) =>
                        lack === "leader" || lack === "chief_service_officer"
                          ? choiceWord("role", lack)
                          : t(`staffing.lack.${lack}`, { people: rules.people }),
                      )
                      .join(t("grid.comma"))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </div>
  );
}

function Rules({ rules }: { rules: StaffingRules }) {
  const { t } = useTranslation();
  const set = (change: Partial<StaffingRules>) => act("staffing_save", { ...rules, ...change });
  const tick = (name: "leader" | "chief" | "team", words: string) => (
    <Tick checked={rules[name]} onTick={(on) => void tryTo(() => set({ [name]: on }))}>
      {words}
    </Tick>
  );
  return (
    <section className="group">
      <div className="cap">
        <h2>{t("staffing.rules")}</h2>
        <span className="n">{t("staffing.rulesNote")}</span>
      </div>
      <div className="rules">
        {tick("leader", t("staffing.rule.leader", { word: choiceWord("role", "leader") }))}
        {tick("chief", t("staffing.rule.chief", { word: choiceWord("role", "chief_service_officer") }))}
        {tick("team", t("staffing.rule.team"))}
        {rules.team && (
          <div className="row least">
            <span>{t("staffing.least")}</span>
            <Editable
              numeric
              label={t("staffing.least")}
              field="people"
              shown={String(rules.people)}
              text={String(rules.people)}
              save={(text) => set({ people: /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0 })}
            />
          </div>
        )}
        <p className="note">{t("staffing.how")}</p>
      </div>
    </section>
  );
}

/** One page where a role gets the word that is used here (practice C39). */
function RoleNames() {
  const { t, i18n } = useTranslation();
  const lang = i18n.language === "en" ? "en" : "zh";
  return (
    <section className="group">
      <div className="cap">
        <h2>{t("staffing.roles")}</h2>
        <span className="n">{t("staffing.rolesNote")}</span>
      </div>
      <table className="lines">
        <tbody>
          {CHOICES.role.map((role: Role) => {
            const usual = usualWord(role, lang);
            const own = choiceWord("role", role) === usual ? "" : choiceWord("role", role);
            return (
              <tr key={role}>
                <th scope="row" className="i2" style={{ width: "45%" }}>
                  {usual}
                </th>
                <td>
                  <Editable
                    label={usual}
                    field="name"
                    shown={own}
                    text={own}
                    save={(text) => {
                      const name = text.trim();
                      return act("role_name_save", { role, name: name === "" || name === usual ? null : name });
                    }}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
