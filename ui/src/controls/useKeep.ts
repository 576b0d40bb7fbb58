import { useState } from "react";
import { faultWords } from "../errors";
import { Refused } from "../rpc";

/** Saves what a field edited in its place was changed to, and has the words of a refusal. */
export function useKeep(value: string | null, save: (value: string | null) => Promise<unknown>) {
  const [words, setWords] = useState<string | null>(null);
  const keep = async (to: string | null) => {
    try {
      setWords(null);
      if (to !== value) await save(to);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setWords(faultWords(error.fault));
    }
  };
  return { words, keep };
}
