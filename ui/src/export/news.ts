/** Whether a paper marks this month's changes in red: as it was chosen last on this computer, else as suits the paper. */
import { useState } from "react";

const KEY = "zhuanban.news";

export function useNews(usual: boolean): [boolean, (marks: boolean) => void] {
  const [chosen, setChosen] = useState(() => localStorage.getItem(KEY));
  const choose = (marks: boolean) => {
    const kept = marks ? "red" : "plain";
    localStorage.setItem(KEY, kept);
    setChosen(kept);
  };
  return [chosen === null ? usual : chosen === "red", choose];
}
