export const ROUND_TABS = ["units", "changes", "idle", "corrections"] as const;
export type RoundTab = (typeof ROUND_TABS)[number];
