import { useState } from "react";
import type { Added, Fault } from "../../bindings/types";
import { act } from "../../query";
import { type Handed, Refused } from "../../rpc";

/** Hands files over and says what became of them: they are scans of an item's certificate, photos of a start, or the project's. */
export function useAttach(project: string, of: { item?: string; start?: string } = {}) {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const [told, setTold] = useState<Added["twice"]>([]);
  const attach = async (get: () => Promise<Handed[]>) => {
    setBusy(true);
    setFault(null);
    setTold([]);
    try {
      const added = await get();
      if (added.length > 0) setTold((await act("attachment_add", { project, added, ...of })).twice);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFault(error.fault);
    } finally {
      setBusy(false);
    }
  };
  return { busy, fault, told, attach };
}
