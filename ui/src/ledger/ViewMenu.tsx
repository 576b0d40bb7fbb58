import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { SavedView, ShownColumn } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { Tick } from "../controls/Tick";
import { faultWords, fieldFault } from "../errors";
import { isIme } from "../lib/ime";
import { act, tryTo, useDo } from "../query";
import { type At, Pop } from "./Pop";
import { type LedgerSearch, toQuery } from "./search";
import { savedSearch } from "./views";

interface Props {
  at: At;
  /** Absent: what is shown becomes a new view. */
  view: SavedView | null;
  changed: boolean;
  search: LedgerSearch;
  layout: readonly ShownColumn[];
  lines: number | null;
  onSearch: (search: LedgerSearch) => void;
  onClose: () => void;
}

/** Keeps what is shown as a view; renames, shares, changes or removes one. */
export function ViewMenu({ at, view, changed, search, layout, lines, onSearch, onClose }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState(view?.name ?? "");
  const [everyone, setEveryone] = useState(view?.everyone ?? false);
  const save = useDo("view_save");
  const now = { query: toQuery(search, 0, 0), columns: [...layout], lines };
  const keep = (with_: Pick<SavedView, "query" | "columns" | "lines">, id: string | null) =>
    save.mutate(
      { id, name, everyone, ...with_ },
      {
        onSuccess: (saved) => {
          onSearch(savedSearch(saved));
          onClose();
        },
      },
    );
  const submit = () =>
    keep(view ? { query: view.query, columns: view.columns, lines: view.lines } : now, view?.id ?? null);
  return (
    <Pop at={at} label={view ? view.name : t("grid.saveView")} onClose={onClose}>
      <div className="filter">
        <b className="t12">{view ? t("grid.renameView") : t("grid.saveView")}</b>
        <input
          className="field"
          data-first
          value={name}
          placeholder={t("grid.viewName")}
          aria-label={t("grid.viewName")}
          onChange={(e) => setName(e.target.value)}
          onKeyDown={(e) => {
            if (e.key === "Enter" && !isIme(e)) submit();
          }}
        />
        <Problem text={save.isError ? (fieldFault(save.error.fault, "name") ?? faultWords(save.error.fault)) : null} />
        <Tick checked={everyone} onTick={setEveryone}>
          {t("grid.everyone")}
        </Tick>
        <p className="note">{t("grid.viewHolds")}</p>
        <div className="row">
          <span className="grow" />
          <button type="button" className="btn s pri" onClick={submit}>
            {t("act.save")}
          </button>
        </div>
      </div>
      {view && (
        <div className="acts-list">
          <button type="button" className="act" disabled={!changed} onClick={() => keep(now, view.id)}>
            {t("grid.keepChanges")}
          </button>
          <button
            type="button"
            className="act"
            disabled={!changed}
            onClick={() => {
              onSearch({ ...savedSearch(view), view: view.id });
              onClose();
            }}
          >
            {t("grid.dropChanges")}
          </button>
          <button
            type="button"
            className="act"
            onClick={() => {
              onClose();
              onSearch({});
              void tryTo(() => act("view_remove", { id: view.id }));
            }}
          >
            {t("grid.removeView")}
          </button>
        </div>
      )}
    </Pop>
  );
}
