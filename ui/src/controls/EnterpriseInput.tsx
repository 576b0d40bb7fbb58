import { AutoComplete } from "antd";
import { type KeyboardEvent, useDeferredValue, useRef } from "react";
import type { Enterprise } from "../bindings/types";
import { isIme } from "../lib/ime";
import { useAsk } from "../query";

interface Props {
  id?: string;
  label?: string;
  value: string;
  bad?: boolean;
  autoFocus?: boolean;
  /** Not to be offered: the one that stands there. */
  except?: string | undefined;
  onType: (name: string) => void;
  /** A known one was picked. */
  onPick: (known: Enterprise) => void;
  onEnter?: () => void;
  onLeave?: () => void;
  onEscape?: () => void;
}

/** Known enterprises of this part of a name or credit code; the one that stands there is none of them. */
export function useKnown(text: string, except?: string): Enterprise[] {
  const asked = useDeferredValue(text.trim());
  const found = useAsk("enterprise_search", { text: asked }, asked !== "");
  return asked === "" ? [] : (found.data ?? []).filter((one) => one.id !== except);
}

/** An enterprise's name as it is typed, with those that are known. */
export function EnterpriseInput({ value, bad, except, onType, onPick, onEnter, onLeave, onEscape, ...place }: Props) {
  const known = useKnown(value, except);
  // Enter on a suggestion picks it and is no Enter of the field.
  const picked = useRef(false);
  const press = (e: KeyboardEvent) => {
    if (isIme(e)) return;
    if (e.key === "Escape" && onEscape) {
      e.stopPropagation();
      onEscape();
    }
    if (e.key !== "Enter" || !onEnter) return;
    e.preventDefault();
    picked.current = false;
    queueMicrotask(() => {
      if (!picked.current) onEnter();
    });
  };
  return (
    <AutoComplete
      id={place.id}
      aria-label={place.label}
      autoFocus={place.autoFocus}
      value={value}
      status={bad ? "error" : undefined}
      style={{ width: "100%" }}
      defaultActiveFirstOption={false}
      options={known.map((one) => ({
        value: one.id,
        label: (
          <span className="enterprise-known">
            <span className="cut">{one.name}</span>
            <span className="i3 t12">{one.uscc}</span>
          </span>
        ),
      }))}
      onSelect={(id: string) => {
        picked.current = true;
        const one = known.find((of) => of.id === id);
        if (one) onPick(one);
      }}
      onSearch={onType}
      onKeyDown={press}
      onBlur={onLeave}
    />
  );
}
