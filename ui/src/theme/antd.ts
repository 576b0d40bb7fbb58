/**
 * Ant Design in our colours: hex values, because its algorithms derive from them (values of `tokens.css`).
 * Its compact algorithm is left out: it takes 13 px text down to 10.
 */
import { type ThemeConfig, theme } from "antd";
import type { Shade } from "./look";

const token = {
  fontFamily: "'Microsoft YaHei UI','Microsoft YaHei','PingFang SC','Noto Sans CJK SC','Source Han Sans SC',sans-serif",
  fontSize: 13,
  fontSizeSM: 12,
  fontSizeLG: 14,
  fontSizeXL: 16,
  fontSizeHeading4: 20,
  fontSizeHeading3: 28,
  lineHeight: 1.5385,
  fontWeightStrong: 600,
  sizeUnit: 4,
  sizeStep: 4,
  controlHeight: 28,
  controlHeightSM: 28,
  controlHeightXS: 24,
  controlHeightLG: 32,
  borderRadius: 4,
  borderRadiusLG: 4,
  borderRadiusSM: 4,
  borderRadiusXS: 2,
  lineWidth: 1,
  lineWidthFocus: 2,
  motionDurationFast: "0.12s",
  motionDurationMid: "0.12s",
  motionDurationSlow: "0.2s",
  motionEaseInOut: "cubic-bezier(.2,0,0,1)",
  wireframe: false,
};

const light = {
  colorPrimary: "#18588F",
  colorInfo: "#18588F",
  colorLink: "#18588F",
  colorSuccess: "#1C7448",
  colorWarning: "#BE7406",
  colorError: "#BC2F27",
  colorTextBase: "#1B2029",
  colorText: "#1B2029",
  colorTextSecondary: "#4B5462",
  colorTextTertiary: "#5F6876",
  colorTextDescription: "#5F6876",
  colorTextPlaceholder: "#5F6876",
  colorTextDisabled: "#A0A8B4",
  colorIcon: "#5F6876",
  colorBgBase: "#FFFFFF",
  colorBgLayout: "#F3F5F7",
  colorBgContainer: "#FFFFFF",
  colorBgElevated: "#FFFFFF",
  colorFillAlter: "#F7F8FA",
  colorBorder: "#7E8796",
  colorBorderSecondary: "#E2E6EB",
  colorSplit: "#E2E6EB",
  controlItemBgHover: "#EFF2F5",
  controlItemBgActive: "#E6EFF8",
  controlItemBgActiveHover: "#E6EFF8",
  boxShadow: "0 0 0 1px rgba(20,32,48,.10),0 4px 16px rgba(20,32,48,.14)",
  boxShadowSecondary: "0 0 0 1px rgba(20,32,48,.10),0 4px 16px rgba(20,32,48,.14)",
};

const dark = {
  colorPrimary: "#74ACDF",
  colorInfo: "#74ACDF",
  colorLink: "#74ACDF",
  colorTextLightSolid: "#0E1A26",
  colorSuccess: "#62BE8F",
  colorWarning: "#D99A35",
  colorError: "#F2837A",
  colorTextBase: "#E4E8ED",
  colorText: "#E4E8ED",
  colorTextSecondary: "#B0B8C3",
  colorTextTertiary: "#959EAC",
  colorTextDescription: "#959EAC",
  colorTextPlaceholder: "#959EAC",
  colorTextDisabled: "#5B6370",
  colorIcon: "#959EAC",
  colorBgBase: "#1A1E24",
  colorBgLayout: "#13161B",
  colorBgContainer: "#1A1E24",
  colorBgElevated: "#242A32",
  colorFillAlter: "#20252C",
  colorBorder: "#737D8C",
  colorBorderSecondary: "#2B313A",
  colorSplit: "#2B313A",
  controlItemBgHover: "#272D35",
  controlItemBgActive: "#1D3449",
  controlItemBgActiveHover: "#1D3449",
  boxShadow: "0 0 0 1px rgba(0,0,0,.5),0 8px 24px rgba(0,0,0,.5)",
  boxShadowSecondary: "0 0 0 1px rgba(0,0,0,.5),0 8px 24px rgba(0,0,0,.5)",
};

/** Of a control, its 1 px edge included, so that words begin where those of `.field` do. */
const PADDING = 9;

function components(shade: Shade): ThemeConfig["components"] {
  const accent = shade === "light" ? light.colorPrimary : dark.colorPrimary;
  const quiet = shade === "light" ? "#CBD1D9" : "#3D4550";
  return {
    // The dark algorithm dulls the accent, which is then too weak on a selected line.
    Dropdown: { colorPrimary: accent },
    Radio: { colorPrimary: accent },
    Button: {
      colorPrimary: accent,
      primaryShadow: "none",
      defaultShadow: "none",
      fontWeight: 400,
      paddingInline: 10,
      defaultBorderColor: quiet,
    },
    Input: { activeShadow: `inset 0 0 0 1px ${accent}` },
    Select: {
      optionSelectedBg: shade === "light" ? "#E6EFF8" : "#1D3449",
      optionHeight: 28,
      paddingSM: PADDING,
    },
    DatePicker: { paddingInline: PADDING - 1 },
    Tooltip: {
      colorBgSpotlight: shade === "light" ? "#1B2029" : "#E4E8ED",
      colorTextLightSolid: shade === "light" ? "#FFFFFF" : "#1A1E24",
    },
    Modal: { titleFontSize: 16 },
  };
}

export function themeOf(shade: Shade): ThemeConfig {
  const algorithm = shade === "light" ? [theme.defaultAlgorithm] : [theme.darkAlgorithm];
  return { algorithm, token: { ...token, ...(shade === "light" ? light : dark) }, components: components(shade) };
}
