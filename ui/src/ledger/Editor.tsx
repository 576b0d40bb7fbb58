import {
  type ClipboardEvent,
  type KeyboardEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { isIme } from "../lib/ime";
import { EditTip } from "./EditTip";
import type { Editing } from "./editing";
import { isNumeric, specOf } from "./spec";
import { useSuggest } from "./useSuggest";

export type Way = "down" | "up" | "right" | "left" | "stay" | "arrow";

export interface EditorHandle {
  focus: () => void;
  /** Keeps what is being typed, and stays. */
  keep: () => void;
  /** Follows the cell when the sheet is scrolled. */
  follow: () => void;
}

interface Props {
  ref: Ref<EditorHandle>;
  editing: Editing | null;
  /** Id of the cell in turn, and what it is called. */
  cell: string;
  label: string;
  onBegin: () => void;
  onKeep: (text: string, way: Way, key?: KeyboardEvent) => void;
  onLeave: () => void;
  onMode: () => void;
  /** Keys while nothing is edited. */
  onKey: (e: KeyboardEvent) => void;
  onCopy: (e: ClipboardEvent, cut: boolean) => void;
  onPaste: (e: ClipboardEvent) => void;
}

/** What stands under the cell is no wider; to the left of its right edge where the sheet ends before. */
const WIDEST = 320;

const PLACES = ["beforecopy", "beforecut", "beforepaste"];

/**
 * The one field that always has the focus while the sheet is used. It lies over the cell in turn, unseen until something is
 * typed; so an input method composes in it from its first letter on.
 */
export function Editor(props: Props) {
  const { ref, editing, cell, label, onBegin, onKeep, onLeave, onMode, onKey, onCopy, onPaste } = props;
  const box = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const [draft, setDraft] = useState("");
  const [picked, setPicked] = useState(-1);
  const column = editing?.column ?? null;
  const suggestions = useSuggest(column, draft, editing?.was);
  const spec = column === null ? null : specOf(column);

  const follow = () => {
    const here = document.getElementById(cell)?.getBoundingClientRect();
    const around = box.current?.parentElement?.getBoundingClientRect();
    if (!here || !around || !box.current) return;
    box.current.style.transform = `translate(${here.left - around.left}px, ${here.top - around.top}px)`;
    box.current.style.width = `${here.width}px`;
    box.current.style.setProperty("--cell", `${here.height}px`);
    box.current.classList.toggle("end", here.left + WIDEST > around.right);
    box.current.classList.toggle("low", here.bottom > around.top + around.height * 0.6);
  };
  useLayoutEffect(follow);

  // WebKit copies from an empty field only if asked before.
  useEffect(() => {
    const allow = (e: Event) => e.preventDefault();
    for (const name of PLACES) field.current?.addEventListener(name, allow);
    return () => {
      for (const name of PLACES) field.current?.removeEventListener(name, allow);
    };
  }, []);

  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    if (editing === null) area.value = "";
    else if (editing.text !== null) {
      area.value = editing.text;
      area.setSelectionRange(editing.text.length, editing.text.length);
    }
    setDraft(area.value);
    setPicked(-1);
    grow(area);
  }, [editing]);

  const typed = () => {
    const area = field.current;
    if (!area) return;
    if (editing === null) onBegin();
    setDraft(area.value);
    setPicked(-1);
    grow(area);
  };
  const keep = (way: Way, e?: KeyboardEvent) => {
    const text = suggestions[picked] ?? field.current?.value ?? "";
    onKeep(text, way, e);
  };
  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus({ preventScroll: true }),
    keep: () => editing !== null && keep("stay"),
    follow,
  }));
  const press = (e: KeyboardEvent<HTMLTextAreaElement>) => {
    if (isIme(e)) return;
    if (editing === null) return onKey(e);
    const area = e.currentTarget;
    const listing = suggestions.length > 0 && (e.key === "ArrowDown" || e.key === "ArrowUp");
    if (e.key === "Escape") stop(e, onLeave);
    else if (e.key === "Enter" && e.altKey) stop(e, () => insert(area, "\n", typed));
    else if (e.key === "Enter") stop(e, () => keep(e.shiftKey ? "up" : e.ctrlKey || e.metaKey ? "stay" : "down"));
    else if (e.key === "Tab") stop(e, () => keep(e.shiftKey ? "left" : "right"));
    else if (e.key === "F2") stop(e, onMode);
    else if (listing)
      stop(e, () =>
        setPicked((n) => Math.max(-1, Math.min(suggestions.length - 1, n + (e.key === "ArrowDown" ? 1 : -1)))),
      );
    else if (editing.mode === "type" && /^(Arrow|Page|Home|End)/.test(e.key) && !e.shiftKey)
      stop(e, () => keep("arrow", e));
  };

  const style = `cell-edit${editing ? " on" : ""}${spec && isNumeric(spec.kind) ? " num" : ""}${editing?.fault ? " bad" : ""}${spec?.wraps ? " roomy" : ""}`;
  return (
    <div ref={box} className={style}>
      <textarea
        ref={field}
        rows={1}
        aria-label={label}
        aria-controls={editing && suggestions.length > 0 ? "cell-choices" : "ledger-grid"}
        aria-activedescendant={editing ? (picked >= 0 ? `cell-choice-${picked}` : undefined) : cell}
        aria-invalid={editing?.fault ? true : undefined}
        autoComplete="off"
        autoCorrect="off"
        spellCheck={false}
        onInput={typed}
        onCompositionStart={() => {
          if (editing === null) onBegin();
        }}
        onKeyDown={press}
        onBlur={() => {
          if (editing) keep("stay");
        }}
        onCopy={(e) => editing === null && onCopy(e, false)}
        onCut={(e) => editing === null && onCopy(e, true)}
        onPaste={(e) => editing === null && onPaste(e)}
      />
      {editing && (
        <div className="under">
          <EditTip
            editing={editing}
            draft={draft}
            suggestions={suggestions}
            picked={picked}
            onPick={(text) => onKeep(text, "stay")}
          />
        </div>
      )}
    </div>
  );
}

function stop(e: KeyboardEvent, then: () => void) {
  e.preventDefault();
  e.stopPropagation();
  then();
}

function insert(area: HTMLTextAreaElement, text: string, then: () => void) {
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  then();
}

/** As high as its words, up to a third of the window. */
function grow(area: HTMLTextAreaElement) {
  area.style.height = "auto";
  area.style.height = `min(${area.scrollHeight}px, 33vh)`;
}
