import { useTranslation } from "react-i18next";
import type { PrintedPart, RowNews } from "../bindings/types";
import { useDesk } from "../desk";
import { showMoney } from "../lib/money";
import { shownPhone } from "../lib/phone";

/** A telephone number is never broken over two lines; several of them may be. */
const whole = (phone: string | null) => shownPhone(phone ?? "").replace(/(?<=\d) (?=\d)/g, "\u00a0");

/** It is new whole, or one of these fields is. */
const isNew = (news: RowNews | null, fields: readonly string[]) =>
  news !== null && (news.whole || fields.some((field) => news.fields.includes(field)));

/** The columns of the A3 table as it is exported, and their total. */
export function PrintedTable({ part }: { part: PrintedPart }) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const money = (yuan: number | null, about = false) => {
    const text = showMoney(yuan, unit);
    return about && text ? t("money.about", { text }) : text;
  };
  const heads: [string, string][] = [
    ["serial", t("column.entered")],
    ["name", t("column.name")],
    ["region", t("column.region")],
    ["firm", t("column.enterprise")],
    ["content", t("paper.column.content")],
    ["total", t("column.total")],
    ["plan", t("column.plan")],
    ["done", t("paper.column.done")],
    ["rate", t("paper.column.rate")],
    ["image", t("column.image")],
    ["issue", t("column.issue")],
    ["leader", t("column.leader")],
    ["unit", t("column.responsible_unit")],
    ["contact", t("paper.column.contact")],
    ["phone", t("paper.column.phone")],
  ];
  const { sums, rate } = part.total;
  return (
    <table>
      <thead>
        <tr>
          {heads.map(([key, head]) => (
            <th scope="col" key={key} className={`c-${key}`}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {part.rows.map(({ row, rate: share, contact, phone, news }, at) => {
          const red = (...fields: string[]) => (isNew(news, fields) ? "new" : undefined);
          const figure = (...fields: string[]) => (isNew(news, fields) ? "num new" : "num");
          return (
            <tr key={row.id}>
              <td className={figure()}>{at + 1}</td>
              <td className={red("name")}>{row.name}</td>
              <td className={red("region_name")}>{row.region_name}</td>
              <td className={red("enterprise")}>{row.enterprise}</td>
              <td className={red("content")}>{row.content}</td>
              <td className={figure("total", "total_about")}>{money(row.total, row.total_about)}</td>
              <td className={figure("plan", "plan_about")}>{money(row.plan, row.plan_about)}</td>
              <td className={figure("done_year")}>{money(row.done_year)}</td>
              <td className={figure("year_rate")}>{share?.text}</td>
              <td className={red("image")}>{row.image}</td>
              <td className={red("issue")}>{row.issue}</td>
              <td className={red("leader")}>{row.leader}</td>
              <td className={red("responsible_unit")}>{row.responsible_unit}</td>
              <td className={red("contact")}>{contact}</td>
              <td className={red("phone")}>{whole(phone)}</td>
            </tr>
          );
        })}
        <tr className="total">
          <th scope="row" colSpan={2}>
            {t("paper.total")} {t("paper.projects", { count: sums.count })}
          </th>
          <td colSpan={3} />
          <td className="num">{money(sums.total)}</td>
          <td className="num">{money(sums.plan)}</td>
          <td className="num">{money(sums.done_year)}</td>
          <td className="num">{rate?.text}</td>
          <td colSpan={6} />
        </tr>
      </tbody>
    </table>
  );
}
