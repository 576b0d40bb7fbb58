export const SETTINGS_TABS = ["general", "calendar", "library", "regions", "safety"] as const;
export type SettingsTab = (typeof SETTINGS_TABS)[number];
