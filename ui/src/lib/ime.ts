/** An input method is composing: the key belongs to it, whatever it is (also WebKit's 229). */
export function isIme(e: KeyboardEvent | { nativeEvent: KeyboardEvent }): boolean {
  const key = "nativeEvent" in e ? e.nativeEvent : e;
  return key.isComposing || key.keyCode === 229;
}

/** The key goes into a text somebody is writing. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button"].includes(target.type);
}
