import type { State, StopKind } from "../../bindings/types";
import { useDesk } from "../../desk";
import { useKept } from "../../lib/kept";

/** Stops in which others inspect, test or review, whose name is worth keeping. */
const EXAMINED: readonly StopKind[] = ["inspection", "testing", "quarantine", "appraisal", "expert_review"];

/** Under this a step that is being typed is kept. */
export const stepKey = (project: string, item: string): string => `step:${project}:${item}`;

interface Draft {
  picked: State | null;
  day: string;
  /** The day is not known: by `day` it had happened. */
  untold: boolean;
  stop: StopKind | null;
  basis: string;
  restart: boolean;
  examiner: string;
  extension: string;
  certificate: string;
  note: string;
}

/**
 * A step as it is being typed; what only some states need is said only with them. `usual` is taken until one is picked that may
 * come next. Under `key` it is kept while one looks elsewhere.
 */
export function useStepDraft(choices: readonly State[], usual: State | undefined, key: string | null = null) {
  const { desk } = useDesk();
  const kept = useKept<Draft>(
    key,
    {
      picked: null,
      day: desk.today,
      untold: false,
      stop: null,
      basis: "",
      restart: false,
      examiner: "",
      extension: "",
      certificate: "",
      note: "",
    },
    ["day"],
  );
  const { draft, change, forget } = kept;
  const { picked, day, untold, stop, basis, restart, examiner, extension, certificate, note } = draft;
  const state = picked !== null && choices.includes(picked) ? picked : usual;
  const [stopping, extending] = [state === "stopped", state === "extended"];
  const examined = stopping && stop !== null && EXAMINED.includes(stop);
  return {
    kept,
    state,
    pick: (picked: State) => change({ picked }),
    day,
    setDay: (day: string) => change({ day }),
    /** A stop and an extension are counted from their day: they have one. */
    mayBeUntold: !stopping && !extending,
    untold: untold && !stopping && !extending,
    setUntold: (untold: boolean) => change({ untold }),
    stop,
    setStop: (stop: StopKind | null) => change({ stop }),
    basis,
    setBasis: (basis: string) => change({ basis }),
    restart,
    setRestart: (restart: boolean) => change({ restart }),
    examined,
    examiner,
    setExaminer: (examiner: string) => change({ examiner }),
    extension,
    setExtension: (text: string) => change({ extension: text.replace(/\D/g, "") }),
    certificate,
    setCertificate: (certificate: string) => change({ certificate }),
    note,
    setNote: (note: string) => change({ note }),
    stopping,
    extending,
    said: {
      happened_on: day,
      undated: untold && !stopping && !extending,
      stop_kind: stopping ? stop : null,
      basis: (stopping || extending) && basis !== "" ? basis : null,
      restart: stopping && restart,
      examiner: examined && examiner !== "" ? examiner : null,
      extension: extending && extension !== "" ? Number(extension) : null,
      note: note === "" ? null : note,
    },
    /** What belongs to the step alone goes; its state and day may be those of the next. */
    clear: () => forget({ untold: false, note: "", basis: "", examiner: "", extension: "", certificate: "" }),
  };
}
