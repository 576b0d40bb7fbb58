/** 改数原因: a closed period's figure is changed only when somebody says why and who agreed. */
import { useSyncExternalStore } from "react";
import type { CorrectionReason, Fault } from "../bindings/types";

interface Asking {
  fault: Fault;
  answer: (said: CorrectionReason | null) => void;
}

let now: Asking | null = null;
const hearers = new Set<() => void>();

function set(asking: Asking | null) {
  now = asking;
  for (const hear of hearers) hear();
}

/** Asks the person; nothing when they leave it. */
export function askReason(fault: Fault): Promise<CorrectionReason | null> {
  now?.answer(null);
  return new Promise((resolve) => {
    set({
      fault,
      answer: (said) => {
        set(null);
        resolve(said);
      },
    });
  });
}

export function useAsking(): Asking | null {
  return useSyncExternalStore(
    (hear) => {
      hearers.add(hear);
      return () => hearers.delete(hear);
    },
    () => now,
  );
}
