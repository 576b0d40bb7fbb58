import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { DayInput } from "../controls/DayInput";
import { useDesk } from "../desk";
import { listLabel } from "../lib/lists";
import { useAsk, useDo } from "../query";
import type { BoardSearch } from "./scope";

interface Props {
  search: BoardSearch;
  onChange: (to: BoardSearch) => void;
}

/** Whose figures and of which month; beside it how percentages end. */
export function ScopeBar({ search, onChange }: Props) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const choices = useAsk("board_choices", {}).data;
  const lists = useAsk("list_list", {}).data;
  const save = useDo("setting_save", { quiet: true });
  const set = (part: BoardSearch) => onChange({ ...search, ...part });
  const narrow = (key: "list" | "region" | "leader" | "chain", options: { value: string; label: string }[]) =>
    options.length > 0 && (
      <Select
        aria-label={t(`board.${key}`)}
        value={search[key] ?? ""}
        options={[{ value: "", label: t(`board.every.${key}`) }, ...options]}
        showSearch={{ optionFilterProp: "label" }}
        popupMatchSelectWidth={false}
        onChange={(value: string) => set({ [key]: value === "" ? undefined : value })}
      />
    );
  const named = (name: string) => ({ value: name, label: name });
  return (
    <div className="bar">
      {narrow(
        "list",
        (lists ?? []).map((l, _, all) => ({ value: l.id, label: listLabel(l, all) })),
      )}
      {narrow(
        "region",
        (choices?.regions ?? []).map((r) => ({ value: r.code, label: r.name })),
      )}
      {narrow(
        "leader",
        (choices?.leaders ?? []).map((l) => named(l.name)),
      )}
      {narrow("chain", (choices?.chains ?? []).map(named))}
      <span style={{ width: 112 }}>
        <DayInput
          label={t("board.month")}
          month
          max={desk.today}
          value={search.month ?? desk.today.slice(0, 7)}
          onPick={(month) => set({ month: month === desk.today.slice(0, 7) ? undefined : month })}
        />
      </span>
      <span className="grow" />
      <span className="note">{t("board.rounding")}</span>
      <Select
        aria-label={t("board.rounding")}
        value={`${desk.percent ?? "half_up"} ${desk.percent_places ?? "1"}`}
        options={(["half_up", "truncate"] as const).flatMap((how) =>
          (["1", "0"] as const).map((places) => ({
            value: `${how} ${places}`,
            label: t("board.ends", { how: t(`board.${how}`), places: t(`board.places${places}`) }),
          })),
        )}
        popupMatchSelectWidth={false}
        onChange={(value: string) => {
          const [how = "", places = ""] = value.split(" ");
          save.mutate(
            { key: "percent", value: how },
            { onSuccess: () => save.mutate({ key: "percent_places", value: places }) },
          );
        }}
      />
    </div>
  );
}
