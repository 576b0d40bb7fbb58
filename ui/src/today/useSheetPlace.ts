import { useEffect, useState } from "react";
import type { ProjectId } from "../bindings/types";
import { lineAt, type SheetLine, type SheetTrail, sheetLines, sheetTrail } from "./trail";

interface Place {
  trail: SheetTrail;
  lines: SheetLine[];
  at: number;
}

/** Where a project stands on the call sheet it was opened from; null where it was not, undefined until it is known. */
export function useSheetPlace(project: ProjectId, item: string | undefined): Place | null | undefined {
  const trail = sheetTrail();
  const [found, setFound] = useState<{ of: SheetTrail; lines: SheetLine[] } | null>(null);
  useEffect(() => {
    if (trail === null) return;
    let gone = false;
    const tell = (lines: SheetLine[]) => !gone && setFound({ of: trail, lines });
    // What cannot be read leads nowhere: the page then goes by the ledger.
    sheetLines().then(tell, () => tell([]));
    return () => {
      gone = true;
    };
  }, [trail]);
  if (trail === null) return null;
  if (found?.of !== trail) return undefined;
  const at = lineAt(found.lines, project, item);
  return at === null ? null : { trail, lines: found.lines, at };
}
