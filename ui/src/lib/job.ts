import { useQuery } from "@tanstack/react-query";
import type { JobState } from "../bindings/types";
import { call } from "../rpc";

/** A name for a long command, by which it can be watched and cancelled. */
export function newJob(): string {
  return crypto.randomUUID();
}

/** How far a running job is, asked again every 300 ms. */
export function useJob(job: string | null): JobState | null {
  const state = useQuery({
    queryKey: ["job", job],
    queryFn: async () => (await call("job_get", { job: job ?? "" })).value,
    enabled: job !== null,
    refetchInterval: 300,
    staleTime: 0,
    gcTime: 0,
  });
  return job === null ? null : (state.data ?? null);
}

export const cancelJob = (job: string) => void call("job_cancel", { job });
