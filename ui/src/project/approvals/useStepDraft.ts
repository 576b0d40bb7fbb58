import { useState } from "react";
import type { State, StopKind } from "../../bindings/types";
import { useDesk } from "../../desk";

/** Stops in which others inspect, test or review, whose name is worth keeping. */
const EXAMINED: readonly StopKind[] = ["inspection", "testing", "quarantine", "appraisal", "expert_review"];

/** A step as it is being typed; what only some states need is said only with them. `usual` is taken until one is picked that may come next. */
export function useStepDraft(choices: readonly State[], usual: State | undefined) {
  const { desk } = useDesk();
  const [picked, pick] = useState<State | null>(null);
  const [day, setDay] = useState(desk.today);
  const [stop, setStop] = useState<StopKind | null>(null);
  const [basis, setBasis] = useState("");
  const [restart, setRestart] = useState(false);
  const [examiner, setExaminer] = useState("");
  const [extension, setExtension] = useState("");
  const [note, setNote] = useState("");
  const state = picked !== null && choices.includes(picked) ? picked : usual;
  const [stopping, extending] = [state === "stopped", state === "extended"];
  const examined = stopping && stop !== null && EXAMINED.includes(stop);
  return {
    state,
    pick,
    day,
    setDay,
    stop,
    setStop,
    basis,
    setBasis,
    restart,
    setRestart,
    examined,
    examiner,
    setExaminer,
    extension,
    setExtension: (text: string) => setExtension(text.replace(/\D/g, "")),
    note,
    setNote,
    stopping,
    extending,
    said: {
      happened_on: day,
      stop_kind: stopping ? stop : null,
      basis: (stopping || extending) && basis !== "" ? basis : null,
      restart: stopping && restart,
      examiner: examined && examiner !== "" ? examiner : null,
      extension: extending && extension !== "" ? Number(extension) : null,
      note: note === "" ? null : note,
    },
    /** What belongs to the step alone; its state and day may be those of the next. */
    clear: () => {
      setNote("");
      setBasis("");
      setExaminer("");
      setExtension("");
    },
  };
}
