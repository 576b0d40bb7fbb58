import type { MenuProps } from "antd";
import { Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { LANGUAGES } from "../lib/languages";
import { act, tryTo } from "../query";
import { goTo } from "./commands";
import { openKeys, openPalette } from "./store";
import { Waits } from "./Waits";
import "./palette.css";

/** The right end of the top bar on every page: find anything, and who works here. */
export function TopRight() {
  const { t } = useTranslation();
  return (
    <div className="top-right">
      <button type="button" className="find seek" onClick={openPalette}>
        <span className="hidden">{t("palette.title")}</span> <Icon name="find" />
        <span className="cut">{t("palette.seek")}</span> <kbd>Ctrl K</kbd>
      </button>
      <Waits />
      <Me />
    </div>
  );
}

function Me() {
  const { t } = useTranslation();
  const { desk, lang, unit } = useDesk();
  if (!desk.person) return null;
  const set = (key: string, value: string) => void tryTo(() => act("setting_save", { key, value }));
  const theme = desk.theme ?? "system";
  const choice = (key: string, value: string, label: string, on: boolean) => ({
    key: `${key}:${value}`,
    label,
    icon: <Icon name={on ? "check" : "blank"} />,
  });
  const items: MenuProps["items"] = [
    {
      type: "group",
      label: t("settings.language"),
      children: LANGUAGES.map(({ value, text }) => choice("language", value, text, lang === value)),
    },
    {
      type: "group",
      label: t("money.unit"),
      children: (["wan", "yi"] as const).map((v) => choice("money_unit", v, t(`money.${v}`), unit === v)),
    },
    {
      type: "group",
      label: t("settings.theme"),
      children: (["light", "dark", "system"] as const).map((v) =>
        choice("theme", v, t(`settings.themes.${v}`), theme === v),
      ),
    },
    { type: "divider" },
    { key: "keys", label: t("palette.command.keys"), icon: <Icon name="blank" /> },
    { key: "settings", label: t("rail.settings"), icon: <Icon name="blank" /> },
  ];
  const pick: MenuProps["onClick"] = ({ key }) => {
    const [name = "", value] = key.split(":");
    if (value !== undefined) set(name, value);
    else if (name === "keys") openKeys();
    else goTo("/settings");
  };
  return (
    <Dropdown trigger={["click"]} menu={{ items, onClick: pick }} placement="bottomRight">
      <button
        type="button"
        className="me"
        aria-haspopup="menu"
        aria-label={t("palette.me", { name: desk.person.name })}
      >
        <span className="cut">{desk.person.name}</span>
        <Icon name="down" size={12} />
      </button>
    </Dropdown>
  );
}
