import { useTranslation } from "react-i18next";
import type { Contact, Duty, ProjectFile } from "../bindings/types";
import { Editable } from "../controls/Editable";
import { EditChoice } from "../controls/EditChoice";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { plainDay, shortDay } from "../lib/day";
import { shownPhone } from "../lib/phone";
import { act } from "../query";
import { CopyPhone } from "./CopyPhone";
import { CHOICES, choiceWord, kindOf } from "./fields";
import { HandOver } from "./HandOver";
import { NewContact, NewDuty } from "./NewPerson";
import { typed } from "./typed";

/** Who answers for the project, and how to reach whom. */
export function People({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  return (
    <div className="panel scrolls two">
      <section>
        <div className="cap">
          <h2>{t("people.duties")}</h2>
          <span className="n">{t("people.dutiesNote")}</span>
        </div>
        <table className="lines duties">
          <thead>
            <tr>
              <th scope="col">{t("field.role")}</th>
              <th scope="col">{t("people.name")}</th>
              <th scope="col" className="reach">
                {t("field.phone")}
              </th>
              <th scope="col" className="day">
                {t("field.since")}
              </th>
              <th scope="col" className="day">
                {t("field.until")}
              </th>
              <th scope="col" className="order">
                {t("handing.order")}
              </th>
              <th scope="col" className="dutyacts" aria-label={t("act.remove")} />
            </tr>
          </thead>
          <tbody>
            {file.duties.map((duty) => (
              <DutyLine key={duty.id} duty={duty} phone={file.reach.find((one) => one.duty === duty.id)?.phone} />
            ))}
          </tbody>
        </table>
        <NewDuty project={file.project.id} />
      </section>
      <section>
        <div className="cap">
          <h2>{t("people.contacts")}</h2>
          <span className="n">{t("people.contactsNote")}</span>
        </div>
        <table className="lines">
          <thead>
            <tr>
              <th scope="col">{t("people.name")}</th>
              <th scope="col" style={{ width: 152 }}>
                {t("field.phone")}
              </th>
              <th scope="col">{t("field.title")}</th>
              <th scope="col" className="tight" aria-label={t("act.remove")} />
            </tr>
          </thead>
          <tbody>
            {file.contacts.map((contact) => (
              <ContactLine key={contact.id} contact={contact} />
            ))}
          </tbody>
        </table>
        <NewContact owner={file.project.id} />
      </section>
    </div>
  );
}

/** The number is the holder's in the address book, so it is changed there. */
function DutyLine({ duty, phone }: { duty: Duty; phone: string | undefined }) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const cell = (key: "name" | "since" | "until") => {
    const date = kindOf(key) === "date";
    return (
      <Editable
        label={`${choiceWord("role", duty.role)} ${t(`field.${key}`)}`}
        field={key}
        shown={date ? shortDay(duty[key]) : (duty[key] ?? "")}
        text={date ? plainDay(duty[key]) : (duty[key] ?? "")}
        save={async (text) =>
          act("duty_save", { id: duty.id, project: null, set: await typed(key, text, unit, "duty") })
        }
      />
    );
  };
  return (
    <tr className={duty.until === null ? undefined : "past"}>
      <td>
        <EditChoice
          label={t("field.role")}
          value={duty.role}
          clears={false}
          choices={CHOICES.role.map((value) => ({ value, label: choiceWord("role", value) }))}
          save={(role) => act("duty_save", { id: duty.id, project: null, set: { role } })}
        />
      </td>
      <td className="b">{cell("name")}</td>
      <td>
        {phone && (
          <span className="phone">
            {shownPhone(phone)}
            <CopyPhone phone={phone} />
          </span>
        )}
      </td>
      <td>{cell("since")}</td>
      <td>{cell("until")}</td>
      <td>
        <Editable
          label={`${choiceWord("role", duty.role)} ${duty.name} ${t("handing.order")}`}
          field="position"
          shown={duty.position === null ? "" : String(duty.position)}
          text={duty.position === null ? "" : String(duty.position)}
          save={(text) => act("duty_save", { id: duty.id, project: null, set: { position: wholeNumber(text) } })}
        />
      </td>
      <td className="lineacts">
        {duty.until === null && <HandOver duty={duty} />}
        <Remove name={duty.name} onRemove={() => void act("duty_remove", { id: duty.id })} />
      </td>
    </tr>
  );
}

function ContactLine({ contact }: { contact: Contact }) {
  const { t } = useTranslation();
  const cell = (key: "name" | "phone" | "title") => (
    <Editable
      label={key === "name" ? t("people.name") : t(`field.${key}`)}
      field={key}
      shown={key === "phone" ? shownPhone(contact.phone ?? "") : (contact[key] ?? "")}
      text={contact[key] ?? ""}
      save={(text) => act("contact_save", { id: contact.id, project: null, set: { [key]: text } })}
    />
  );
  return (
    <tr>
      <td className="b">{cell("name")}</td>
      <td>
        <span className="phone">
          {cell("phone")}
          {contact.phone && <CopyPhone phone={contact.phone} />}
        </span>
      </td>
      <td>{cell("title")}</td>
      <td className="mid">
        <Remove name={contact.name ?? ""} onRemove={() => void act("contact_remove", { id: contact.id })} />
      </td>
    </tr>
  );
}

/** What is no whole number goes to the core as it was typed, which says so beside the field. */
const wholeNumber = (text: string) => (/^\d+$/.test(text.trim()) ? Number(text.trim()) : text.trim() || null);

function Remove({ name, onRemove }: { name: string; onRemove: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className="btn flat s sq" aria-label={t("people.remove", { name })} onClick={onRemove}>
      <Icon name="x" size={12} />
    </button>
  );
}
