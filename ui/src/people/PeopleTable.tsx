import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { BookPerson, BookUnit } from "../bindings/types";
import { LeaveDialog } from "./LeaveDialog";
import { NewPerson } from "./NewPerson";
import { PersonLine } from "./PersonLine";

interface Props {
  units: BookUnit[];
  /** Several units, each under its own line. */
  grouped: boolean;
  masked: boolean;
  former: boolean;
}

/** Everyone of the units shown, in official order. */
export function PeopleTable({ units, grouped, masked, former }: Props) {
  const { t } = useTranslation();
  const [leaving, setLeaving] = useState<BookPerson | null>(null);
  const head = [
    ["call", 40],
    ["name", 84],
    ["title", 140],
    ["role", 92],
    ["mobile", 132],
    ["office", 148],
    ["short", 72],
    ["duties", 0],
    ["nickname", 96],
    ["projects", 56],
    ...(former ? ([["term", 152]] as const) : []),
    ["more", 92],
  ] as const;
  return (
    <>
      <table className="lines book-lines">
        <thead>
          <tr>
            {head.map(([name, width]) => (
              <th
                key={name}
                scope="col"
                className={name === "projects" || name === "call" ? "num" : undefined}
                style={width === 0 ? undefined : { width }}
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
                <th scope="rowgroup" colSpan={head.length}>
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
                former={former}
                onLeave={() => setLeaving(one)}
              />
            ))}
          </tbody>
        ))}
      </table>
      {!grouped && <NewPerson unit={units[0]?.unit?.id ?? null} />}
      {leaving && <LeaveDialog one={leaving} onClose={() => setLeaving(null)} />}
    </>
  );
}
