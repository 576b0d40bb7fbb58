export const SETTINGS_TABS = ["general", "regions", "safety"] as const;
export type SettingsTab = (typeof SETTINGS_TABS)[number];
