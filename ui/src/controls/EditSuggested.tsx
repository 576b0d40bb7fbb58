import { AutoComplete, type RefSelectProps } from "antd";
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { isIme } from "../lib/ime";
import { Problem } from "./Problem";
import { Resting } from "./Resting";
import { useKeep } from "./useKeep";
import { useReturn } from "./useReturn";

interface Props {
  label: string;
  value: string | null;
  /** What may be meant; anything else may be typed. */
  options: readonly string[];
  shown?: ReactNode;
  save: (value: string | null) => Promise<unknown>;
}

/** A field that is typed with suggestions: reads like text; Enter or leaving saves, Esc leaves it as it was. */
export function EditSuggested(props: Props) {
  const { label, value, shown, save } = props;
  const [open, setOpen] = useState(false);
  const { words, keep } = useKeep(value, save);
  const { place, back } = useReturn<HTMLButtonElement>(open);
  if (open) {
    return (
      <Editor
        {...props}
        onKeep={(text, byKey) => {
          if (byKey) back();
          setOpen(false);
          void keep(text.trim() === "" ? null : text.trim());
        }}
        onLeave={() => {
          back();
          setOpen(false);
        }}
      />
    );
  }
  return (
    <span className="ev-box">
      <Resting
        place={place}
        label={label}
        shown={shown ?? value ?? ""}
        said={value ?? ""}
        onOpen={() => setOpen(true)}
      />
      <Problem text={words} />
    </span>
  );
}

interface EditorProps extends Props {
  onKeep: (text: string, byKey: boolean) => void;
  onLeave: () => void;
}

function Editor({ label, value, options, onKeep, onLeave }: EditorProps) {
  const [text, setText] = useState(value ?? "");
  // A suggestion that is taken with Enter is kept once.
  const over = useRef(false);
  const box = useRef<RefSelectProps>(null);
  // What stands there is typed over, as in every field.
  useEffect(() => box.current?.nativeElement.querySelector("input")?.select(), []);
  const end = (then: () => void) => {
    if (over.current) return;
    over.current = true;
    then();
  };
  const press = (e: KeyboardEvent) => {
    if (isIme(e)) return;
    e.stopPropagation();
    if (e.key === "Escape") end(onLeave);
    if (e.key !== "Enter") return;
    // The key would press what has the focus next.
    e.preventDefault();
    end(() => onKeep(text, true));
  };
  const fits = (typed: string, option?: { value: string }) => typed === value || (option?.value ?? "").includes(typed);
  return (
    <AutoComplete
      ref={box}
      autoFocus
      defaultOpen={options.length > 0}
      defaultActiveFirstOption={false}
      aria-label={label}
      value={text}
      options={[...new Set(options)].map((one) => ({ value: one }))}
      showSearch={{ filterOption: fits }}
      popupMatchSelectWidth={false}
      style={{ width: "100%" }}
      onChange={setText}
      onSelect={(to: string) => end(() => onKeep(to, true))}
      onBlur={() => end(() => onKeep(text, false))}
      onKeyDown={press}
    />
  );
}
