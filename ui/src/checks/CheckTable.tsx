import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Check, CheckPage, CheckRow } from "../bindings/types";
import { Tick } from "../controls/Tick";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { act, tryTo } from "../query";
import type { ProjectTab } from "../router";
import { keyOf } from "./ChecksPage";
import { isOther, isOurs, seenWords } from "./text";

interface Props {
  page: CheckPage;
  passed: boolean;
  picked: ReadonlySet<string>;
  onPick: (picked: ReadonlySet<string>) => void;
}

/** The contradictions, a group a check; both values stand beside each other. */
export function CheckTable({ page, passed, picked, onPick }: Props) {
  const { t } = useTranslation();
  const { rows } = page;
  if (rows.length === 0) {
    return (
      <div className="hollow">
        <section className="empty">
          <h2>{t(passed ? "checks.nonePassed" : "checks.none")}</h2>
          <p className="i2">
            {passed ? t("checks.nonePassedLead") : t("checks.noneLead", { period: page.period ?? "" })}
          </p>
        </section>
      </div>
    );
  }
  const groups = [...new Set(rows.map((row) => row.check))];
  const monthly = rows.some((row) => row.period !== null);
  const all = rows.every((row) => picked.has(keyOf(row)));
  return (
    <div className="scrolls check-table">
      <table className="lines">
        <thead>
          <tr>
            {!passed && (
              <th scope="col" className="c-pick">
                <Tick
                  checked={all}
                  partly={picked.size > 0}
                  label={t("checks.pickAll")}
                  onTick={(to) => onPick(to ? new Set(rows.map(keyOf)) : new Set())}
                />
              </th>
            )}
            <th scope="col" className="num c-place">
              {t("checks.row")}
            </th>
            <th scope="col">{t("checks.project")}</th>
            <th scope="col" className="c-unit">
              {t("checks.unit")}
            </th>
            <th scope="col" className="num c-ours">
              <span className="hidden">{t("checks.ours")}</span>
            </th>
            <th scope="col" className="num c-other">
              <span className="hidden">{t("checks.other")}</span>
            </th>
            {monthly && (
              <th scope="col" className="c-month">
                {t("checks.month")}
              </th>
            )}
            {passed && <th scope="col">{t("checks.reason")}</th>}
            {passed && <th scope="col" className="c-recall" aria-label={t("checks.recall")} />}
          </tr>
        </thead>
        {groups.map((check) => (
          <Group
            key={check}
            check={check}
            rows={rows.filter((row) => row.check === check)}
            passed={passed}
            monthly={monthly}
            picked={picked}
            onPick={onPick}
          />
        ))}
      </table>
      {page.left_off > 0 && <p className="fold">{t("checks.left", { n: page.left_off })}</p>}
    </div>
  );
}

type GroupProps = Omit<Props, "page"> & { check: Check; rows: CheckRow[]; monthly: boolean };

/** What of a check; its line says what the two values are that stand against each other. */
function Group({ check, rows, passed, monthly, picked, onPick }: GroupProps) {
  const { t } = useTranslation();
  const behind = (monthly ? 1 : 0) + (passed ? 2 : 0);
  return (
    <tbody>
      <tr className="of">
        <th scope="rowgroup" colSpan={passed ? 3 : 4}>
          {t(`checks.kind.${check}`)} <span className="i3">{rows.length}</span>
        </th>
        <td className="num">{isOurs(check) && t(`checks.sides.ours.${check}`)}</td>
        <td className="num">{isOther(check) && t(`checks.sides.other.${check}`)}</td>
        {behind > 0 && <td colSpan={behind} />}
      </tr>
      {rows.map((row) => {
        const key = keyOf(row);
        const toggle = (to: boolean) => {
          const next = new Set(picked);
          if (to) next.add(key);
          else next.delete(key);
          onPick(next);
        };
        return <Line key={key} row={row} passed={passed} monthly={monthly} on={picked.has(key)} onTick={toggle} />;
      })}
    </tbody>
  );
}

/** The tab of the project's page where it is mended. */
const TABS: Partial<Record<Check, ProjectTab>> = {
  phone: "people",
  no_leader: "people",
  started_before_permit: "approvals",
};

interface LineProps {
  row: CheckRow;
  passed: boolean;
  monthly: boolean;
  on: boolean;
  onTick: (to: boolean) => void;
}

function Line({ row, passed, monthly, on, onTick }: LineProps) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const { pass } = row;
  return (
    <tr className={on ? "sel" : ""}>
      {!passed && (
        <td>
          <Tick
            checked={on}
            label={t("checks.pick", { name: row.name, what: t(`checks.kind.${row.check}`) })}
            onTick={onTick}
          />
        </td>
      )}
      <td className="num i3">{row.place}</td>
      <td title={row.name}>
        <Link
          to="/project/$id"
          params={{ id: row.project }}
          search={{ tab: TABS[row.check] ?? "overview", field: row.field }}
          className="link"
          aria-label={t("checks.open_one", { name: row.name })}
        >
          {row.name}
        </Link>
      </td>
      <td className="i2" title={row.unit_name}>
        {row.unit_name}
      </td>
      <td className="num">{seenWords(row.ours, unit)}</td>
      <td className="num i2" title={seenWords(row.other, unit)}>
        {seenWords(row.other, unit)}
      </td>
      {monthly && <td className="i3">{row.period}</td>}
      {passed && <td title={pass?.reason}>{pass?.reason}</td>}
      {passed && pass && (
        <td>
          <button
            type="button"
            className="link"
            onClick={() => void tryTo(() => act("check_pass_remove", { id: pass.id }))}
          >
            <Icon name="undo" size={12} />
            {t("checks.recall")}
          </button>
        </td>
      )}
    </tr>
  );
}
