import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Seg } from "../controls/Seg";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { useDo } from "../query";

/** One line or two a row; kept on this computer. */
export function useRowHeight(): [boolean, (high: boolean) => void] {
  const { desk } = useDesk();
  const save = useDo("setting_save");
  return [
    desk.row_height === "standard",
    (high) => save.mutate({ key: "row_height", value: high ? "standard" : "compact" }),
  ];
}

interface Props {
  high: boolean;
  onHigh: (high: boolean) => void;
  onExport: () => void;
}

export function Tools({ high, onHigh, onExport }: Props) {
  const { t } = useTranslation();
  const { unit } = useDesk();
  const save = useDo("setting_save");
  return (
    <div className="tools">
      <Seg
        label={t("money.unit")}
        value={unit}
        choices={[
          { value: "wan", text: t("money.wan") },
          { value: "yi", text: t("money.yi") },
        ]}
        onPick={(value) => save.mutate({ key: "money_unit", value })}
      />
      <button
        type="button"
        className={high ? "btn s flat sq on" : "btn s flat sq"}
        aria-pressed={high}
        aria-label={t("ledger.twoLines")}
        title={t("ledger.twoLines")}
        onClick={() => onHigh(!high)}
      >
        <Icon name={high ? "rowsTwo" : "rows"} />
      </button>
      <span className="vr" />
      <Link to="/import" className="btn s flat">
        <Icon name="in" />
        {t("ledger.import")}
      </Link>
      <button type="button" className="btn s flat" onClick={onExport}>
        <Icon name="out" />
        {t("ledger.export")}
      </button>
      <Link to="/new" className="btn s pri">
        <Icon name="plus" />
        {t("ledger.new")}
      </Link>
    </div>
  );
}
