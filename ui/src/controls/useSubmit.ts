import { useState } from "react";
import type { Fault } from "../bindings/types";
import { Refused } from "../rpc";

/** Runs a change and keeps what it was refused with, for the words beside its fields. */
export function useSubmit() {
  const [fault, setFault] = useState<Fault | null>(null);
  const submit = async (run: () => Promise<unknown>, then?: () => void) => {
    try {
      await run();
      setFault(null);
      then?.();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFault(error.fault);
    }
  };
  return { fault, submit, clear: () => setFault(null) };
}
