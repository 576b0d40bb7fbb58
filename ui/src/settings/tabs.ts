export const SETTINGS_TABS = ["general", "units", "people", "regions", "safety"] as const;
export type SettingsTab = (typeof SETTINGS_TABS)[number];
