import { Popover } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RegionPicker } from "../controls/RegionPicker";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { Clear } from "./Chip";

interface Props {
  value: string | null;
  name: string | null;
  onPick: (code: string, name: string) => void;
  onClear: () => void;
}

/** 属地: any region, found by name; all below it count. */
export function RegionChip({ value, name, onPick, onClear }: Props) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const [open, setOpen] = useState(false);
  const picker = (
    <div style={{ width: 240 }}>
      <RegionPicker
        label={t("column.region")}
        value={value}
        name={name}
        parent={desk.office?.region ?? null}
        autoFocus
        open
        onPick={(code, found) => {
          setOpen(false);
          if (code) onPick(code, found ?? code);
          else onClear();
        }}
      />
    </div>
  );
  return (
    <span className={value === null ? "chip" : "chip set"}>
      <Popover
        trigger="click"
        placement="bottomLeft"
        arrow={false}
        open={open}
        onOpenChange={setOpen}
        content={picker}
        destroyOnHidden
      >
        <button type="button" aria-expanded={open}>
          {t("column.region")}
          {value === null ? <Icon name="down" size={12} /> : <b>{name ?? value}</b>}
        </button>
      </Popover>
      {value !== null && <Clear name={t("column.region")} onClear={onClear} />}
    </span>
  );
}
