import { useTranslation } from "react-i18next";
import { useAsk } from "../query";
import { Chip } from "./Chip";
import { RegionChip } from "./RegionChip";
import { CARRIED, isFiltered, type LedgerSearch, STAGES } from "./search";

interface Props {
  search: LedgerSearch;
  onChange: (search: LedgerSearch) => void;
}

function without(search: LedgerSearch, ...keys: (keyof LedgerSearch)[]): LedgerSearch {
  return Object.fromEntries(Object.entries(search).filter(([key]) => !keys.includes(key as keyof LedgerSearch)));
}

/** One chip a filter: its name while open, its value once set. */
export function Filters({ search, onChange }: Props) {
  const { t } = useTranslation();
  const lists = useAsk("list_list", {});
  const listName = (id: string | undefined) => lists.data?.find((list) => list.id === id)?.name ?? null;
  return (
    <div className="chips" role="group" aria-label={t("ledger.filters")}>
      <RegionChip
        value={search.region ?? null}
        name={search.regionName ?? null}
        onPick={(region, regionName) => onChange({ ...search, region, regionName })}
        onClear={() => onChange(without(search, "region", "regionName"))}
      />
      <Chip
        name={t("column.stage")}
        value={search.stage ? t(`stage.${search.stage}`) : null}
        choices={STAGES.map((stage) => ({ key: stage, label: t(`stage.${stage}`) }))}
        onPick={(stage) => onChange({ ...search, stage: STAGES.find((s) => s === stage) })}
        onClear={() => onChange(without(search, "stage"))}
      />
      <Chip
        name={t("column.carried")}
        value={search.carried ? t(`carried.${search.carried}`) : null}
        choices={CARRIED.map((carried) => ({ key: carried, label: t(`carried.${carried}`) }))}
        onPick={(carried) => onChange({ ...search, carried: CARRIED.find((c) => c === carried) })}
        onClear={() => onChange(without(search, "carried"))}
      />
      {(lists.data?.length ?? 0) > 0 && (
        <Chip
          name={t("ledger.list")}
          value={listName(search.list)}
          choices={(lists.data ?? []).map((list) => ({
            key: list.id,
            label: list.year === null ? list.name : `${list.name} ${list.year}`,
          }))}
          onPick={(list) => onChange({ ...search, list })}
          onClear={() => onChange(without(search, "list"))}
        />
      )}
      <button
        type="button"
        className={search.issue ? "chip on" : "chip"}
        aria-pressed={Boolean(search.issue)}
        onClick={() => onChange(search.issue ? without(search, "issue") : { ...search, issue: true })}
      >
        {t("ledger.hasIssue")}
      </button>
      {isFiltered(search) && (
        <button type="button" className="link t12" onClick={() => onChange({ sort: search.sort, down: search.down })}>
          {t("ledger.clearFilters")}
        </button>
      )}
    </div>
  );
}
