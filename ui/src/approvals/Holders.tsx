import { useTranslation } from "react-i18next";
import type { HolderRow, State } from "../bindings/types";
import { useDesk } from "../desk";
import type { ApprovalSearch, Narrowing } from "./search";
import { headWord, holderWord } from "./words";

type Pick = { holder?: string | undefined; state?: State | undefined };

interface Props {
  rows: HolderRow[];
  search: ApprovalSearch;
  onPick: (set: Pick) => void;
}

/** In the order of the skeleton, which every row keeps. */
function statesOf(rows: HolderRow[]): State[] {
  const order: State[] = [
    "preparing",
    "submitted",
    "correcting",
    "accepted",
    "lacking_accepted",
    "reviewing",
    "stopped",
    "extended",
    "lacking_passed",
  ];
  const found = new Set(rows.flatMap((row) => row.states.map((one) => one.state)));
  return [...order.filter((state) => found.has(state)), ...[...found].filter((state) => !order.includes(state))];
}

const countOf = (row: HolderRow, state: State) => row.states.find((one) => one.state === state)?.count ?? 0;

/** Units by what they have in hand, in which states; a row, a column head or a cell narrows the list. */
export function Holders({ rows, search, onPick }: Props) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const states = statesOf(rows);
  const toggled = (set: Pick) => {
    const on = Object.entries(set).every(([part, value]) => search[part as keyof Narrowing] === value);
    onPick(on ? Object.fromEntries(Object.keys(set).map((part) => [part, undefined])) : set);
  };
  return (
    <section className="ab-holders scrolls" aria-label={t("desk_approvals.byHolder")}>
      <table className="lines">
        <thead>
          <tr>
            <th scope="col" className="ab-who">
              {t("approvals.holder")}
            </th>
            <th scope="col" className="num">
              {t("desk_approvals.sum")}
            </th>
            {states.map((state) => (
              <th scope="col" key={state} className="ab-press" aria-label={headWord(state)}>
                <button
                  type="button"
                  aria-pressed={search.state === state && search.holder === undefined}
                  title={headWord(state)}
                  onClick={() => toggled({ state, holder: undefined })}
                >
                  {headWord(state)}
                  <b>{rows.reduce((sum, row) => sum + countOf(row, state), 0)}</b>
                </button>
              </th>
            ))}
            <th scope="col" className="num">
              {t("desk_approvals.overdue")}
            </th>
            <th scope="col" className="num" title={t("desk_approvals.nearWhy")}>
              {t("desk_approvals.near")}
            </th>
            <th scope="col" className="num" title={t("desk_approvals.longestWhy")}>
              {t("desk_approvals.longest")}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const holder = row.name ?? "";
            const who = holderWord(row.name, row.name_en, lang);
            return (
              <tr key={holder} className={search.holder === holder ? "hot" : undefined}>
                <th scope="row" className="ab-who ab-press">
                  <button
                    type="button"
                    aria-pressed={search.holder === holder && search.state === undefined}
                    title={t("desk_approvals.whoWhy", { who, count: row.projects })}
                    onClick={() => toggled({ holder, state: undefined })}
                  >
                    <span className="cut">{who}</span>
                  </button>
                </th>
                <td className="num b">{row.count}</td>
                {states.map((state) => {
                  const count = countOf(row, state);
                  return (
                    <td key={state} className="num ab-press">
                      {count > 0 && (
                        <button
                          type="button"
                          aria-pressed={search.holder === holder && search.state === state}
                          aria-label={t("desk_approvals.cell", { who, state: headWord(state), n: count })}
                          onClick={() => toggled({ holder, state })}
                        >
                          {count}
                        </button>
                      )}
                    </td>
                  );
                })}
                <td className={row.overdue > 0 ? "num red b" : "num i3"}>{row.overdue}</td>
                <td className={row.near > 0 ? "num amber" : "num i3"}>{row.near}</td>
                <Longest row={row} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}

/** Working days, and calendar days of a limit that counts all: two figures. */
function Longest({ row: { longest_days, longest_calendar_days: all } }: { row: HolderRow }) {
  const { t } = useTranslation();
  return (
    <td className="num i2 nowrap" title={all === null ? undefined : t("stopEnd.days.calendar", { count: all })}>
      {[longest_days, all !== null && t("desk_approvals.heldCalendar", { count: all })]
        .filter((one) => one !== null && one !== false)
        .join(t("ways.between"))}
    </td>
  );
}
