import { Link } from "@tanstack/react-router";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ListRow, ListSums } from "../bindings/types";
import { useDesk } from "../desk";
import { showMoney } from "../lib/money";
import { useAsk } from "../query";

/** A list as its paper says it; 57 finds number 57, whatever the project is called today. */
export function ListLines({ list }: { list: string }) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const [text, setText] = useState("");
  const asked = useDeferredValue(text.trim());
  const page = useAsk("list_lines", { list, text: asked === "" ? null : asked });
  const money = <span className="u">{t(`money.${unit}`)}</span>;
  return (
    <>
      <div className="versions-head">
        <input
          className="field"
          value={text}
          placeholder={t("years.lists.find")}
          aria-label={t("years.lists.find")}
          onChange={(e) => setText(e.target.value)}
        />
        {page.data && <Closes sums={page.data.sums} />}
      </div>
      <div className="scrolls list-lines">
        <table className="lines">
          <thead>
            <tr>
              <th scope="col" className="num" style={{ width: 64 }}>
                {t("years.lists.serial")}
              </th>
              <th scope="col">{t("years.lists.name")}</th>
              <th scope="col" style={{ width: "18%" }}>
                {t("years.lists.group")}
              </th>
              <th scope="col" style={{ width: 84 }}>
                {t("column.carried")}
              </th>
              <th scope="col" className="num" style={{ width: 128 }}>
                {t("years.lists.total")} {money}
              </th>
              <th scope="col" className="num" style={{ width: 128 }}>
                {t("years.lists.plan")} {money}
              </th>
            </tr>
          </thead>
          <tbody>
            {page.data?.lines.map((row) => (
              <Row key={row.line.project} row={row} />
            ))}
          </tbody>
        </table>
        {page.data?.lines.length === 0 && <p className="fold">{t("years.lists.nothing")}</p>}
      </div>
    </>
  );
}

function Row({ row }: { row: ListRow }) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const { line } = row;
  return (
    <tr>
      <td className="num i2">{line.serial}</td>
      <td title={line.name}>
        <Link to="/project/$id" params={{ id: line.project }} className="link">
          {line.name}
        </Link>
        {row.name_now && <span className="i3"> {t("years.lists.nowCalled", { name: row.name_now })}</span>}
      </td>
      <td className="i2">{line.grouping}</td>
      <td className="i2">{line.carried && t(`carried.${line.carried}`)}</td>
      <td className="num">{showMoney(line.total, unit)}</td>
      <td className="num">{showMoney(line.plan, unit)}</td>
    </tr>
  );
}

/** 252 个 = 新开工 107 + 续建 145 + 其他 0. */
export function Closes({ sums }: { sums: ListSums }) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  return (
    <>
      <span className="b">
        {t("years.closes", { count: sums.count, new: sums.new, continued: sums.continued, neither: sums.neither })}
      </span>
      <span className="i2">
        {t("years.lists.total")} {showMoney(sums.total, unit)} {t(`money.${unit}`)}
      </span>
      <span className="i2">
        {t("years.lists.plan")} {showMoney(sums.plan, unit)} {t(`money.${unit}`)}
      </span>
    </>
  );
}
