import { useTranslation } from "react-i18next";
import type { ApprovalBoard } from "../bindings/types";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { Chip, Clear } from "../ledger/Chip";
import { FindBox } from "../ledger/FindBox";
import { ToldToday } from "./Reminders";
import { firstRow } from "./RowList";
import { type ApprovalSearch, filterOf, isNarrowed, narrowed, widened } from "./search";
import { ExportSheet, ImportSheet } from "./sheet/SheetTools";
import { headWord, holderWord, nameOf } from "./words";

interface Props {
  board: ApprovalBoard;
  search: ApprovalSearch;
  /** The table of holders is shown. */
  tabled: boolean;
  onTabled: (tabled: boolean) => void;
  onSearch: (search: ApprovalSearch) => void;
}

/** Everything the rows are narrowed to, each of which can be taken away. */
export function Narrow({ board, search, tabled, onTabled, onSearch }: Props) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const narrow = (set: Parameters<typeof narrowed>[1]) => onSearch(narrowed(search, set));
  const item = board.items.find((one) => one.code === search.item);
  const held = board.holders.find((one) => (one.name ?? "") === search.holder);
  const { holder, state, heat, flag } = search;
  // Of a mark that nothing carries there is nothing to see.
  const marks = board.flags.filter((one) => one.count > 0 || one.flag === flag);
  return (
    <div className="bar">
      <FindBox
        label={t("desk_approvals.find")}
        text={search.text ?? ""}
        onText={(text) => narrow({ text: text === "" ? undefined : text })}
        onDone={() => firstRow()?.focus()}
      />
      <div className="chips" role="group" aria-label={t("ledger.filters")}>
        <Chip
          name={t("approvals.item")}
          value={search.item === undefined ? null : item ? nameOf(item, lang) : search.item}
          choices={board.items.map((one) => ({ key: one.code, label: `${nameOf(one, lang)} ${one.count}` }))}
          onPick={(code) => narrow({ item: code })}
          onClear={() => narrow({ item: undefined })}
        />
        {marks.length > 0 && (
          <Chip
            name={t("desk_approvals.flags")}
            value={flag === undefined ? null : t(`desk_approvals.flag.${flag}`)}
            choices={marks.map((one) => ({
              key: one.flag,
              label: `${t(`desk_approvals.flag.${one.flag}`)} ${one.count}`,
            }))}
            onPick={(key) => narrow({ flag: marks.find((one) => one.flag === key)?.flag })}
            onClear={() => narrow({ flag: undefined })}
          />
        )}
        {(board.people.some((one) => one.name !== null) || search.person !== undefined) && (
          <Chip
            name={t("field.responsible")}
            value={search.person === undefined ? null : search.person || t("in_charge.nobody")}
            choices={board.people.map((one) => ({
              key: one.name ?? "",
              label: t(one.overdue > 0 ? "in_charge.countLate" : "in_charge.count", {
                name: one.name ?? t("in_charge.nobody"),
                n: one.count,
                late: one.overdue,
              }),
            }))}
            onPick={(name) => narrow({ person: name })}
            onClear={() => narrow({ person: undefined })}
          />
        )}
        {heat !== undefined && (
          <Chosen
            name={t("desk_approvals.heatShort")}
            value={t(`desk_approvals.heat.${heat}`)}
            onClear={() => narrow({ heat: undefined })}
          />
        )}
        {holder !== undefined && (
          <Chosen
            name={t("approvals.holder")}
            value={held || holder === "" ? holderWord(held?.name ?? null, held?.name_en ?? null, lang) : holder}
            onClear={() => narrow({ holder: undefined })}
          />
        )}
        {state !== undefined && (
          <Chosen name={t("approvals.state")} value={headWord(state)} onClear={() => narrow({ state: undefined })} />
        )}
        {isNarrowed(search) && (
          <button type="button" className="link t12" onClick={() => onSearch(widened(search))}>
            {t("ledger.clearFilters")}
          </button>
        )}
      </div>
      <div className="grow" />
      {heat === "overdue" && <ToldToday search={search} onSearch={onSearch} />}
      <span className="note" role="status" title={board.aside > 0 ? t("desk_approvals.asideWhy") : undefined}>
        {board.aside > 0
          ? t("desk_approvals.aside", { found: board.found, count: board.aside })
          : isNarrowed(search)
            ? t("desk_approvals.foundOf", { found: board.found, total: board.total })
            : t("desk_approvals.total", { count: board.total })}
      </span>
      <button
        type="button"
        className={tabled ? "btn s flat on" : "btn s flat"}
        aria-pressed={tabled}
        onClick={() => onTabled(!tabled)}
      >
        <Icon name="cols" />
        {t("desk_approvals.byHolder")}
      </button>
      <ImportSheet />
      <ExportSheet
        projects={{ of: "board", which: filterOf(search) }}
        lead={t("progress_sheet.ofBoard", { count: board.found })}
      />
    </div>
  );
}

/** A part that is chosen elsewhere on the page. */
function Chosen({ name, value, onClear }: { name: string; value: string; onClear: () => void }) {
  return (
    <span className="chip set" title={value}>
      <span className="only row">
        {name} <b>{value}</b>
      </span>
      <Clear name={name} onClear={onClear} />
    </span>
  );
}
