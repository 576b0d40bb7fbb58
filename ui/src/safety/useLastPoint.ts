import { useDesk } from "../desk";
import { useAsk } from "../query";

/** When the newest restore point was made. A desk that went back may not know: then the points themselves are asked. */
export function useLastPoint(): number | null {
  const { desk } = useDesk();
  const unknown = desk.last_backup_ms === null && desk.sample === null;
  const points = useAsk("restore_point_list", {}, unknown);
  return desk.last_backup_ms ?? (unknown ? (points.data?.[0]?.ms ?? null) : null);
}
