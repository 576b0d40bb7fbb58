import { Link } from "@tanstack/react-router";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { Seg } from "../controls/Seg";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { useDo } from "../query";
import { monthsTo, useMonth } from "./month";
import { type At, below } from "./Pop";
import { HEIGHTS, type RowHeight } from "./rowHeight";

const ICONS = { compact: "rows", standard: "rowsTwo", wrapped: "rowsWrap" } as const;

interface Props {
  height: RowHeight;
  onHeight: (height: RowHeight) => void;
  onColumns: (at: At) => void;
  onKeys: (at: At) => void;
  onExport: () => void;
}

export function Tools({ height, onHeight, onColumns, onKeys, onExport }: Props) {
  const { t } = useTranslation();
  const { unit, desk } = useDesk();
  const [month, setMonth] = useMonth();
  const save = useDo("setting_save");
  return (
    <div className="tools">
      <Select
        size="small"
        className={month === desk.today.slice(0, 7) ? "report-month" : "report-month other"}
        aria-label={t("grid.month")}
        title={t("grid.monthHint")}
        value={month}
        options={monthsTo(desk.today, 13).map((value) => ({ value, label: t("grid.monthOf", { month: value }) }))}
        onChange={setMonth}
        popupMatchSelectWidth={false}
      />
      <Seg
        label={t("money.unit")}
        value={unit}
        choices={[
          { value: "wan", text: t("money.wan") },
          { value: "yi", text: t("money.yi") },
        ]}
        onPick={(value) => save.mutate({ key: "money_unit", value })}
      />
      <div className="seg icons" role="group" aria-label={t("grid.height")}>
        {HEIGHTS.map((one) => (
          <button
            type="button"
            key={one}
            className={height === one ? "on" : ""}
            aria-pressed={height === one}
            aria-label={t(`grid.heightOf.${one}`)}
            title={t(`grid.heightOf.${one}`)}
            onClick={() => onHeight(one)}
          >
            <Icon name={ICONS[one]} />
          </button>
        ))}
      </div>
      <button
        type="button"
        className="btn s flat sq"
        aria-haspopup="dialog"
        aria-label={t("grid.columns")}
        title={t("grid.columns")}
        onClick={(e) => onColumns(below(e.currentTarget))}
      >
        <Icon name="cols" />
      </button>
      <button
        type="button"
        className="btn s flat sq"
        aria-haspopup="dialog"
        aria-label={t("grid.keys")}
        title={`${t("grid.keys")} F1`}
        onClick={(e) => onKeys(below(e.currentTarget))}
      >
        <span aria-hidden="true">?</span>
      </button>
      <span className="vr" />
      <Link to="/import" className="btn s flat" aria-label={t("ledger.import")}>
        <Icon name="in" />
        <span className="w">{t("ledger.import")}</span>
      </Link>
      <button type="button" className="btn s flat" aria-label={t("ledger.export")} onClick={onExport}>
        <Icon name="out" />
        <span className="w">{t("ledger.export")}</span>
      </button>
      <Link to="/new" className="btn s pri">
        <Icon name="plus" />
        {t("ledger.new")}
      </Link>
    </div>
  );
}
