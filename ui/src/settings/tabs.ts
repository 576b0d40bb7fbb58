export const SETTINGS_TABS = ["general", "units", "people", "regions"] as const;
export type SettingsTab = (typeof SETTINGS_TABS)[number];
