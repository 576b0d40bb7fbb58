import { Dropdown, type MenuProps } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { BookPerson, ContactKind, SeatRole } from "../bindings/types";
import { Editable } from "../controls/Editable";
import { EditChoice } from "../controls/EditChoice";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { plainDay, shortDay } from "../lib/day";
import { barePhone } from "../lib/phone";
import { goTo } from "../palette/commands";
import { typed } from "../project/typed";
import { act, tryTo } from "../query";
import type { BookColumn } from "./columns";
import { movedTo } from "./move";
import { callLine, shownPhones } from "./phone";

export const SEATS = [
  "head",
  "leading",
  "section_head",
  "handler",
  "liaison",
  "window",
] as const satisfies readonly SeatRole[];

interface Props {
  one: BookPerson;
  people: BookPerson[];
  at: number;
  masked: boolean;
  columns: readonly BookColumn[];
  onLeave: () => void;
}

/** A seat and who holds it. */
export function PersonLine({ one, people, at, masked, columns, onLeave }: Props) {
  const { t } = useTranslation();
  const { desk, unit } = useDesk();
  const { person, reach } = one;
  const gone = person.until !== null;
  const called = person.name === "" ? t("book.vacant") : person.name;
  const save = (set: Record<string, string | null>) => act("person_save", { id: person.id, set });
  const words = (key: "title" | "duties") => (
    <Editable
      label={`${called} ${t(`book.column.${key}`)}`}
      field={key}
      shown={person[key] ?? ""}
      text={person[key] ?? ""}
      save={(text) => save({ [key]: text })}
    />
  );
  const phones = (kind: ContactKind) => (
    <Editable
      label={`${called} ${t(`book.column.${kind}`)}`}
      field="phone"
      shown={kind === "nickname" ? reach.nickname.join("、") : shownPhones(reach[kind], masked)}
      text={reach[kind].join("、")}
      hint={kind === "nickname" ? undefined : t("book.phoneHint")}
      save={(text) => act("reach_save", { person: person.id, kind, text })}
    />
  );
  const day = (key: "since" | "until") => (
    <Editable
      label={`${called} ${t(`field.${key}`)}`}
      field={key}
      shown={shortDay(person[key])}
      text={plainDay(person[key])}
      save={async (text) => act("person_save", { id: person.id, set: await typed(key, text, unit, "duty") })}
    />
  );
  const cells: Record<BookColumn, ReactNode> = {
    call: (
      <td key="call" className="num i3">
        {one.call}
      </td>
    ),
    name: (
      <td key="name" className="b">
        <Editable
          label={t("book.nameOf", { name: called })}
          field="name"
          shown={person.name === "" ? <span className="vacant">{t("book.vacant")}</span> : person.name}
          text={person.name}
          save={(name) => save({ name })}
        />
      </td>
    ),
    title: (
      <td key="title" title={one.also.length > 0 ? t("book.also", { units: one.also.join("、") }) : undefined}>
        {words("title")}
      </td>
    ),
    role: (
      <td key="role">
        <EditChoice
          label={`${called} ${t("book.column.role")}`}
          value={person.role}
          choices={SEATS.map((value) => ({ value, label: t(`book.seat.${value}`) }))}
          save={(role) => save({ role })}
        />
      </td>
    ),
    mobile: (
      <td key="mobile" className="tel">
        {phones("mobile")}
      </td>
    ),
    office: (
      <td key="office" className="tel">
        {phones("office")}
      </td>
    ),
    short: (
      <td key="short" className="tel">
        {phones("short")}
      </td>
    ),
    duties: <td key="duties">{words("duties")}</td>,
    nickname: <td key="nickname">{phones("nickname")}</td>,
    projects: (
      <td key="projects" className="num c-projects">
        <Projects one={one} called={called} />
      </td>
    ),
    term: (
      <td key="term" className="term">
        {day("since")}
        <span className="i3">–</span>
        {day("until")}
      </td>
    ),
    more: (
      <td key="more" className="mid">
        <Moves one={one} people={people} at={at} called={called} />
        <More one={one} called={called} me={person.id === desk.person?.id} onLeave={onLeave} />
      </td>
    ),
  };
  return <tr className={gone ? "past" : undefined}>{columns.map((name) => cells[name])}</tr>;
}

/** For how many projects somebody answers; the number opens them in the ledger. */
function Projects({ one, called }: { one: BookPerson; called: string }) {
  const { t } = useTranslation();
  const { person, projects } = one;
  if (projects === 0) return null;
  return (
    <button
      type="button"
      className="link"
      aria-label={t("book.projectsOf", { name: called, count: projects })}
      onClick={() => goTo(`/ledger?text=${encodeURIComponent(JSON.stringify(person.name))}`)}
    >
      {projects}
    </button>
  );
}

/** A place up or down within the unit; with one undo. */
function Moves({ one, people, at, called }: { one: BookPerson; people: BookPerson[]; at: number; called: string }) {
  const { t } = useTranslation();
  const present = people.filter((other) => other.person.until === null);
  const ids = present.map((other) => other.person.id);
  const gone = one.person.until !== null;
  const go = (by: 1 | -1) => void tryTo(() => act("order_save", { of: "people", ids: movedTo(ids, at, at + by) }));
  return ([-1, 1] as const).map((by) => (
    <button
      key={by}
      type="button"
      className="btn flat s sq"
      aria-label={t(by === -1 ? "registry.up" : "registry.down", { name: called })}
      disabled={gone || ids[at + by] === undefined}
      onClick={() => go(by)}
    >
      <Icon name={by === -1 ? "up" : "down"} size={12} />
    </button>
  ));
}

interface MoreProps {
  one: BookPerson;
  called: string;
  me: boolean;
  onLeave: () => void;
}

function More({ one, called, me, onLeave }: MoreProps) {
  const { t } = useTranslation();
  const { person, reach } = one;
  const named = person.name !== "";
  const copies = [...reach.mobile, ...reach.office, ...reach.short].map(barePhone).map((phone) => ({
    key: `copy:${phone}`,
    label: t("book.copy", { text: phone }),
  }));
  const items: MenuProps["items"] = [
    ...(named ? [{ key: `copy:${callLine(one)}`, label: t("book.copy", { text: callLine(one) }) }] : []),
    ...copies,
    ...(named && person.until === null ? [{ key: "leave", label: t("book.leave") }] : []),
    ...(me ? [] : [{ key: "remove", label: t("act.remove") }]),
  ];
  const pick: MenuProps["onClick"] = ({ key }) => {
    if (key.startsWith("copy:")) void navigator.clipboard.writeText(key.slice(5));
    else if (key === "leave") onLeave();
    else void tryTo(() => act("person_remove", { id: person.id }));
  };
  return (
    <Dropdown trigger={["click"]} menu={{ items, onClick: pick }} placement="bottomRight">
      <button type="button" className="btn flat s sq" aria-label={t("book.more", { name: called })}>
        <Icon name="dots" size={12} />
      </button>
    </Dropdown>
  );
}
