/** 我的: whether the day's page shows only what is mine, as it was looked at last; each office its own. */
const MINE = "zhuanban.today.";

export const isMine = (office: string | undefined): boolean => localStorage.getItem(MINE + (office ?? "")) !== null;

export function keepMine(office: string | undefined, mine: boolean): void {
  if (mine) localStorage.setItem(MINE + (office ?? ""), "");
  else localStorage.removeItem(MINE + (office ?? ""));
}
