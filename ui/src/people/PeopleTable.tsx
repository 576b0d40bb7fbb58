import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BookPerson, BookUnit } from "../bindings/types";
import { columnsOf } from "./columns";
import { LeaveDialog } from "./LeaveDialog";
import { NewPerson } from "./NewPerson";
import { PersonLine } from "./PersonLine";

interface Props {
  units: BookUnit[];
  /** Several units, each under its own line. */
  grouped: boolean;
  masked: boolean;
  former: boolean;
  /** Columns nobody has anything in, too. */
  all: boolean;
  /** Somebody was come for to be added. */
  adds: boolean;
}

/** Everyone of the units shown, in official order. */
export function PeopleTable({ units, grouped, masked, former, all, adds }: Props) {
  const { t } = useTranslation();
  const [leaving, setLeaving] = useState<BookPerson | null>(null);
  // With the terms there is no room for columns that hold nothing.
  const columns = columnsOf(units, all || (!grouped && !former), former, !grouped);
  const own = units[0]?.unit?.id ?? null;
  const look = grouped ? (columns.includes("duties") ? "" : "few") : "own";
  return (
    <>
      <table className={`lines book-lines ${look}`}>
        <thead>
          <tr>
            {columns.map((name) => (
              <th
                key={name}
                scope="col"
                className={name === "projects" || name === "call" ? `num c-${name}` : `c-${name}`}
                title={name === "call" ? t("book.callHint") : undefined}
              >
                {name === "more" ? <span className="hidden">{t("book.column.more")}</span> : t(`book.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        {units.map(({ unit, people }) => (
          <tbody key={unit?.id ?? "none"}>
            {grouped && (
              <tr className="group">
                <th scope="rowgroup" colSpan={columns.length}>
                  {unit?.name ?? t("book.noUnit")}
                  {unit?.short_name && <span className="u">{unit.short_name}</span>}
                  <span className="u">{people.filter((one) => one.person.until === null).length}</span>
                </th>
              </tr>
            )}
            {people.map((one, n) => (
              <PersonLine
                key={one.person.id}
                one={one}
                people={people}
                at={n}
                masked={masked}
                columns={columns}
                onLeave={() => setLeaving(one)}
              />
            ))}
          </tbody>
        ))}
        {!grouped && <NewPerson key={own} unit={own} columns={columns} focused={adds} />}
      </table>
      {leaving && <LeaveDialog one={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}
