import { useTranslation } from "react-i18next";
import type { BookChange, BookLine } from "../bindings/types";
import { Tick } from "../controls/Tick";
import { ruleWords } from "../errors";
import { shownPhone } from "../lib/phone";

interface Props {
  line: BookLine;
  taken: boolean;
  apart: boolean;
  onTake: (on: boolean) => void;
  onApart: (on: boolean) => void;
}

/** A line of the file: what it would do, what was not read, what has to be asked. */
export function ImportLine({ line, taken, apart, onTake, onApart }: Props) {
  const { t } = useTranslation();
  const { reach } = line;
  const name = line.vacant ? t("book.vacant") : (line.name ?? "");
  const numbers = [
    ...reach.mobile.map(shownPhone),
    ...reach.office,
    ...reach.short.map((n) => t("book.shortOf", { n })),
  ];
  return (
    <tr>
      <td className="mid">
        {line.verdict !== "same" && line.unit !== null && (
          <Tick checked={taken} label={t("book.takeLine", { name })} onTick={onTake} />
        )}
      </td>
      <td className="num i3">{line.row}</td>
      <td className={line.verdict === "unclear" ? "amber" : line.verdict === "same" ? "i3" : ""}>
        {t(`book.verdict.${line.verdict}`)}
      </td>
      <td title={line.unit ?? ""}>
        {line.unit}
        {line.unit_is_new && <span className="u">{t("book.isNew")}</span>}
      </td>
      <td className={line.vacant ? "vacant" : "b"}>{name}</td>
      <td title={line.title ?? ""}>{line.title}</td>
      <td className="wrap">{numbers.join("、")}</td>
      <td className="wrap about">
        {line.doubt && <p className="warned">{t(`book.doubt.${line.doubt}`)}</p>}
        {line.replaces !== null && (
          <p>
            {line.vacant ? t("book.leaves", { name: line.replaces }) : t("book.replaces", { old: line.replaces, name })}
          </p>
        )}
        {line.changes
          .filter((change) => change.field !== "name")
          .map((change) => (
            <Change key={change.field} change={change} />
          ))}
        {line.faults.map((fault) => (
          <p className="fault" key={fault.cell}>{`${fault.cell} ${ruleWords(fault.fault)}`}</p>
        ))}
        {line.also.length > 0 && (
          <Tick checked={!apart} onTick={(same) => onApart(!same)}>
            {t("book.samePerson", { units: line.also.join("、") })}
          </Tick>
        )}
      </td>
    </tr>
  );
}

function Change({ change }: { change: BookChange }) {
  const { t } = useTranslation();
  const said = (text: string | null) =>
    text !== null && change.field === "role" ? t(`book.seat.${text as "head"}`) : (text ?? "");
  return (
    <p>
      <span className="i3">{t(`book.column.${change.field}`)} </span>
      {change.old !== null && <del>{said(change.old)}</del>} {said(change.new)}
    </p>
  );
}
