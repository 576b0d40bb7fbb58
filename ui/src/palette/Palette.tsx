import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Hit } from "../bindings/types";
import { Icon } from "../frame/icons";
import { isIme } from "../lib/ime";
import { later } from "../lib/later";
import { barePhone } from "../lib/phone";
import { useAsk } from "../query";
import { type Action, actionsOf, open, stays } from "./actions";
import { type Command, commands, said } from "./commands";
import { atHand, byKind, type HitGroup } from "./groups";
import { HitLine } from "./HitLine";
import { closePalette, openPalette, useShown } from "./store";
import "./palette.css";

const KeysHelp = later(() => import("./KeysHelp"), "KeysHelp");

/** Ctrl+K, anywhere: records and commands by a few keys. */
export function Palette() {
  const shown = useShown();
  useEffect(() => {
    const press = (e: globalThis.KeyboardEvent) => {
      if (isIme(e) || !(e.ctrlKey || e.metaKey) || e.altKey || e.shiftKey || e.key.toLowerCase() !== "k") return;
      e.preventDefault();
      openPalette();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, []);
  if (shown === "keys") return <KeysHelp onClose={closePalette} />;
  return shown === "palette" ? <Opened /> : null;
}

/** Most hits of a kind that are shown. */
const FEW = 6;

const asHit = (command: Command, title: string): Hit => ({
  kind: "command",
  id: command.id,
  title,
  detail: null,
  spans: [],
  by: null,
  code: null,
  phone: null,
  role: null,
  projects: null,
  pinned: false,
  opened_ms: null,
});

function useGroups(text: string): { groups: HitGroup[]; fresh: boolean } {
  const { t, i18n } = useTranslation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words follow the language
  const words = useMemo(() => said(commands()), [i18n.language]);
  const typed = text.trim() !== "";
  const found = useAsk("find", { text, limit: FEW, commands: words }, typed);
  const pins = useAsk("pin_list", {});
  const recent = useAsk("recent_list", { limit: FEW + 2 });
  if (typed)
    return { groups: found.data ? byKind(found.data) : [], fresh: found.isSuccess && !found.isPlaceholderData };
  const all = commands().map((command) => asHit(command, t(`palette.command.${command.id}`)));
  return { groups: atHand(pins.data ?? [], recent.data ?? [], all), fresh: true };
}

function Opened() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  /** What is looked for: what was typed, but never half a composed word. */
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const [chosen, setChosen] = useState<Hit | null>(null);
  const [copied, setCopied] = useState<string | null>(null);
  const waiting = useRef(false);
  const box = useRef<HTMLInputElement>(null);
  const before = useRef(document.activeElement);
  const id = useId();
  const { groups, fresh } = useGroups(text);
  const hits = groups.flatMap((group) => group.hits);
  const actions = chosen ? actionsOf(chosen, setCopied) : [];
  const last = (chosen ? actions.length : hits.length) - 1;
  const here = Math.min(at, Math.max(last, 0));

  useEffect(() => {
    box.current?.focus();
    const back = before.current;
    return () => {
      if (back instanceof HTMLElement && back.isConnected) back.focus();
    };
  }, []);

  const look = (next: string) => {
    setText(next);
    setAt(0);
    setChosen(null);
    setCopied(null);
  };
  const run = (hit: Hit | undefined) => {
    if (!hit) return;
    closePalette();
    open(hit);
  };
  const act = (action: Action | undefined) => {
    if (!action) return;
    if (!stays(action.name)) closePalette();
    action.run();
    if (action.name === "pin" || action.name === "unpin") setChosen(null);
  };
  // Enter before the answer is there means the first of the answer, not of the one before.
  const first = hits[0];
  useEffect(() => {
    if (!waiting.current || !fresh) return;
    waiting.current = false;
    if (first) {
      closePalette();
      open(first);
    }
  }, [fresh, first]);

  const enter = () => {
    if (chosen) act(actions[here]);
    else if (fresh) run(hits[here]);
    else waiting.current = true;
  };
  const more = () => {
    const hit = hits[here];
    if (!chosen && fresh && hit && hit.kind !== "command") {
      setChosen(hit);
      setAt(0);
      setCopied(null);
    }
  };
  const back = () => {
    setChosen(null);
    setAt(Math.max(0, chosen ? hits.findIndex((hit) => hit.id === chosen.id) : 0));
  };

  const press = (e: KeyboardEvent<HTMLInputElement>) => {
    if (isIme(e)) return;
    const end = e.currentTarget.selectionStart === typed.length && e.currentTarget.selectionEnd === typed.length;
    const did = keyed(e.key, e.ctrlKey || e.metaKey, end);
    if (did) e.preventDefault();
  };
  /** Whether the key was the palette's. */
  const keyed = (key: string, ctrl: boolean, end: boolean): boolean => {
    if (key === "ArrowDown") setAt(here >= last ? 0 : here + 1);
    else if (key === "ArrowUp") setAt(here <= 0 ? Math.max(last, 0) : here - 1);
    else if (key === "PageDown") setAt(Math.min(last, here + 8));
    else if (key === "PageUp") setAt(Math.max(0, here - 8));
    else if (key === "Enter" && ctrl) more();
    else if (key === "Enter") enter();
    else if (key === "ArrowRight" && end && !chosen) more();
    else if (chosen && (key === "ArrowLeft" || key === "Escape" || (key === "Backspace" && end))) back();
    else if (key === "Escape") closePalette();
    else return key === "Tab";
    return true;
  };

  const option = (n: number) => `${id}-${n}`;
  useEffect(() => {
    document.getElementById(`${id}-${here}`)?.scrollIntoView({ block: "nearest" });
  }, [id, here]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a click beside the palette closes it; Escape does the same
    <div className="veil" onMouseDown={(e) => e.target === e.currentTarget && closePalette()}>
      <div className="palette" role="dialog" aria-modal="true" aria-label={t("palette.title")}>
        <div className="ask">
          <Icon name="find" />
          {chosen && <span className="of cut">{chosen.title}</span>}
          <input
            ref={box}
            role="combobox"
            aria-expanded={last >= 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={last >= 0 ? option(here) : undefined}
            aria-autocomplete="list"
            aria-label={t("palette.title")}
            placeholder={t("palette.placeholder")}
            value={typed}
            onChange={(e) => {
              setTyped(e.target.value);
              if (!(e.nativeEvent as InputEvent).isComposing) look(e.target.value);
            }}
            onCompositionEnd={(e) => look(e.currentTarget.value)}
            onKeyDown={press}
          />
          <button
            type="button"
            className="btn flat s sq"
            tabIndex={-1}
            aria-label={t("act.close")}
            onClick={closePalette}
          >
            <Icon name="x" />
          </button>
        </div>
        <div className="found" role="listbox" id={`${id}-list`} aria-label={t("palette.found")}>
          {chosen
            ? actions.map((action, n) => (
                <Option
                  key={action.name}
                  id={option(n)}
                  on={n === here}
                  onPoint={() => setAt(n)}
                  onPick={() => act(action)}
                >
                  <span className="name">{t(`palette.action.${action.name}`)}</span>
                  <span className="about cut">{said_(action, chosen)}</span>
                </Option>
              ))
            : groups.map((group) => (
                <div key={group.name} role="group" aria-label={t(`palette.group.${group.name}`)}>
                  <div className="kind" aria-hidden="true">
                    {t(`palette.group.${group.name}`)}
                    {group.count > group.hits.length && (
                      <span className="n">{t("palette.of", { shown: group.hits.length, all: group.count })}</span>
                    )}
                  </div>
                  {group.hits.map((hit) => {
                    const n = hits.indexOf(hit);
                    return (
                      <Option
                        key={`${hit.kind}${hit.id}`}
                        id={option(n)}
                        on={n === here}
                        onPoint={() => setAt(n)}
                        onPick={() => run(hit)}
                      >
                        <HitLine
                          hit={hit}
                          keys={hit.kind === "command" ? keysOf(hit.id) : undefined}
                          showKind={group.name === "pinned" || group.name === "recent"}
                        />
                      </Option>
                    );
                  })}
                </div>
              ))}
        </div>
        {text.trim() !== "" && fresh && hits.length === 0 && <p className="none">{t("palette.none")}</p>}
        <Foot chosen={chosen !== null} copied={copied} />
      </div>
    </div>
  );
}

const keysOf = (id: string) => commands().find((command) => command.id === id)?.keys;

/** What would be copied stands beside the action. */
function said_(action: Action, hit: Hit): string | null {
  if (action.name === "copyCode") return hit.code;
  if (action.name === "copyPhone") return hit.phone && barePhone(hit.phone);
  return action.name === "copyName" ? hit.title : null;
}

interface OptionProps {
  id: string;
  on: boolean;
  onPoint: () => void;
  onPick: () => void;
  children: React.ReactNode;
}

function Option({ id, on, onPoint, onPick, children }: OptionProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the combobox's
    <div
      role="option"
      id={id}
      aria-selected={on}
      className={on ? "hit on" : "hit"}
      onMouseMove={onPoint}
      onMouseDown={(e) => e.preventDefault()}
      onClick={onPick}
    >
      {children}
    </div>
  );
}

function Foot({ chosen, copied }: { chosen: boolean; copied: string | null }) {
  const { t } = useTranslation();
  return (
    <div className="feet">
      <span>
        <kbd>↑↓</kbd> {t("palette.foot.choose")}
      </span>
      <span>
        <kbd>Enter</kbd> {t(chosen ? "palette.foot.do" : "palette.foot.open")}
      </span>
      <span>
        <kbd>{chosen ? "←" : "→"}</kbd> {t(chosen ? "palette.foot.back" : "palette.foot.more")}
      </span>
      <span>
        <kbd>Esc</kbd> {t("palette.foot.close")}
      </span>
      <span className="grow" />
      <span role="status">{copied !== null && t("palette.copied", { text: copied })}</span>
    </div>
  );
}
