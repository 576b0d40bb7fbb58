import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProgressSheetProject, ProjectId } from "../../bindings/types";
import { toQuery } from "../../ledger/search";
import { useAsk } from "../../query";

interface Props {
  column: ProgressSheetProject;
  onPick: (project: ProjectId | null) => void;
}

const MOST = 20;

/** Which project a column is: those it may be, and any other by typing; nothing leaves it out. */
export function ProjectPick({ column, onPick }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const asked = useDeferredValue(text.trim());
  const found = useAsk("project_list", { ...toQuery({ text: asked }, 0, MOST), with_sums: false }, asked !== "");
  const typed = (found.data?.rows ?? []).map((row) => ({ value: row.id, label: row.name }));
  const offered = column.candidates.map((one) => ({
    value: one.project,
    label: one.enterprise ? `${one.name} ${one.enterprise}` : one.name,
  }));
  const own = column.project && column.name ? [{ value: column.project, label: column.name }] : [];
  const may = [...own, ...offered.filter((one) => one.value !== column.project)];
  return (
    <Select
      size="small"
      aria-label={t("progress_sheet.projectIs", { text: column.text })}
      showSearch={{ searchValue: text, onSearch: setText, filterOption: false }}
      allowClear
      value={column.project}
      status={column.project === null && !column.chosen ? "warning" : undefined}
      placeholder={t(offered.length > 0 ? "progress_sheet.mayBe" : "progress_sheet.noProject", {
        count: offered.length,
      })}
      options={asked === "" ? may : typed}
      notFoundContent={<span className="note">{t("progress_sheet.typeName")}</span>}
      onChange={(id: ProjectId | undefined) => {
        setText("");
        onPick(id ?? null);
      }}
    />
  );
}
