/** Which desk is shown: the own one, or an office of the sample desk. After a switch everything is asked anew. */
import type { SampleOffice, Samples } from "../bindings/types";
import { client } from "../query";
import { router } from "../router";
import { call } from "../rpc";
import { endTour } from "./steps";

export async function showSample(office: SampleOffice): Promise<void> {
  await call("sample_open", { office });
  await afresh();
}

/** What the button that leaves the sample is called: there may be no own desk to go back to. */
export const wayOut = (samples: Samples | undefined) => (samples?.own === null ? "sample.found" : "sample.leave");

export async function leaveSample(): Promise<void> {
  await call("sample_leave", {});
  await afresh();
}

/** Makes the office anew, as it came with the program. */
export async function resetSample(office: SampleOffice): Promise<void> {
  await call("sample_reset", { office });
  await afresh();
}

/** No record of the desk that was left stays on the screen. */
export async function afresh(): Promise<void> {
  endTour();
  await router.navigate({ to: "/ledger", search: {} });
  await client.resetQueries();
}
