import { Dropdown } from "antd";
import { useLayoutEffect, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SavedView, ShownColumn } from "../bindings/types";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { useAsk } from "../query";
import { type At, below } from "./Pop";
import { type LedgerSearch, toQuery } from "./search";
import { tabsThatFit, tabWidths } from "./tabFit";
import { ViewMenu } from "./ViewMenu";
import { BUILT_IN, builtIn, isBuiltIn, isChanged, savedSearch } from "./views";

interface Props {
  search: LedgerSearch;
  layout: readonly ShownColumn[];
  lines: number | null;
  views: SavedView[];
  onSearch: (search: LedgerSearch) => void;
}

interface Tab {
  key: string;
  name: string;
  search: LedgerSearch;
}

/** As `bars.css` has it: the widest tab, what stands between two, the plus, and 更多. */
const WIDEST = 148;
const GAP = 16;
const PLUS = 16;
const MORE = 64;
/** Of the mark that a view was changed, and its menu. */
const MARKS = 32;

/** Views as tabs: how many projects each has, and a menu on the one in front. */
export function ViewTabs({ search, layout, lines, views, onSearch }: Props) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const box = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(0);
  const [menu, setMenu] = useState<{ at: At; saving: boolean } | null>(null);
  useLayoutEffect(() => {
    const own = box.current;
    if (!own) return;
    const watch = new ResizeObserver(() => setRoom(own.clientWidth - PLUS - GAP - MARKS));
    watch.observe(own);
    return () => watch.disconnect();
  }, []);

  const tabs: Tab[] = [
    ...BUILT_IN.map((key) => ({ key, name: t(`grid.view.${key}`), search: builtIn(key, desk) })),
    ...views.map((view) => ({ key: view.id, name: view.name, search: savedSearch(view, desk.today) })),
  ];
  const active = search.view ?? "all";
  const own = views.find((view) => view.id === active) ?? null;
  const changed = own !== null && isChanged(search, layout, own, desk.today);
  const at = tabs.findIndex((tab) => tab.key === active);
  const names = tabs.map((tab) => tab.name).join("\n");
  const wide = useMemo(() => tabWidths(names.split("\n"), desk.projects, WIDEST), [names, desk.projects]);
  const fits = tabsThatFit(wide, GAP, room, MORE);
  const first = tabs.slice(0, fits);
  const shown = at < fits || at < 0 ? first : [...tabs.slice(0, fits - 1), ...tabs.slice(at, at + 1)];
  const rest = tabs.filter((tab) => !shown.includes(tab));
  return (
    <div className="tabs views grow" ref={box} role="group" aria-label={t("grid.views")}>
      {shown.map((tab) => {
        const on = tab.key === active;
        return (
          <span className={on ? "view on" : "view"} key={tab.key}>
            <button type="button" className={on ? "on" : ""} aria-pressed={on} onClick={() => onSearch(tab.search)}>
              <span className="cut">{tab.name}</span>
              <Count search={tab.search} />
              {on && changed && (
                <span className="dot" title={t("grid.viewChanged")}>
                  *
                </span>
              )}
            </button>
            {on && !isBuiltIn(tab.key) && (
              <button
                type="button"
                className="mn"
                aria-haspopup="dialog"
                aria-label={t("grid.viewMenu", { name: tab.name })}
                onClick={(e) => setMenu({ at: below(e.currentTarget), saving: false })}
              >
                <Icon name="down" size={12} />
              </button>
            )}
          </span>
        );
      })}
      {rest.length > 0 && (
        <Dropdown
          trigger={["click"]}
          menu={{
            items: rest.map((tab) => ({ key: tab.key, label: tab.name })),
            onClick: ({ key }) => {
              const tab = rest.find((one) => one.key === key);
              if (tab) onSearch(tab.search);
            },
          }}
        >
          <button type="button" aria-haspopup="menu">
            {t("grid.more", { count: rest.length })}
            <Icon name="down" size={12} />
          </button>
        </Dropdown>
      )}
      <button
        type="button"
        className="add"
        aria-haspopup="dialog"
        aria-label={t("grid.saveView")}
        title={t("grid.saveView")}
        onClick={(e) => setMenu({ at: below(e.currentTarget), saving: true })}
      >
        <Icon name="plus" />
      </button>
      {menu && (
        <ViewMenu
          at={menu.at}
          view={menu.saving ? null : own}
          changed={changed}
          search={search}
          layout={layout}
          lines={lines}
          onSearch={onSearch}
          onClose={() => setMenu(null)}
        />
      )}
    </div>
  );
}

function Count({ search }: { search: LedgerSearch }) {
  const found = useAsk("project_list", { ...toQuery(search, 0, 0), sort: [], group: null });
  return <span className="n">{found.data?.sums?.count.toLocaleString("en") ?? ""}</span>;
}
