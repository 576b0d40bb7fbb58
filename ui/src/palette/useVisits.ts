import { useRouterState } from "@tanstack/react-router";
import { useEffect } from "react";
import { note } from "./actions";

/** A project whose page was looked at is at hand the next time, however one came there. */
export function useVisits(): void {
  const path = useRouterState({ select: (state) => state.location.pathname });
  useEffect(() => {
    const id = /^\/project\/([0-9a-f-]{36})$/.exec(path)?.[1];
    if (id) note({ kind: "project", id });
  }, [path]);
}
