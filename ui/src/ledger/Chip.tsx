import { Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { Icon } from "../frame/icons";

interface Props {
  name: string;
  value: string | null;
  choices: { key: string; label: string }[];
  onPick: (key: string) => void;
  onClear: () => void;
}

/** A filter with a few choices. */
export function Chip({ name, value, choices, onPick, onClear }: Props) {
  return (
    <span className={value === null ? "chip" : "chip set"}>
      <Dropdown
        trigger={["click"]}
        autoFocus
        menu={{ items: choices, onClick: ({ key }) => onPick(key), style: { maxHeight: 360, overflow: "auto" } }}
      >
        <button type="button" aria-haspopup="menu">
          {name}
          {value !== null && <b>{value}</b>}
          {value === null && <Icon name="down" size={12} />}
        </button>
      </Dropdown>
      {value !== null && <Clear name={name} onClear={onClear} />}
    </span>
  );
}

export function Clear({ name, onClear }: { name: string; onClear: () => void }) {
  const { t } = useTranslation();
  return (
    <button type="button" className="off" aria-label={t("ledger.clearOne", { name })} onClick={onClear}>
      <Icon name="x" size={12} />
    </button>
  );
}
