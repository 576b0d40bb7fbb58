/** What is wrong with a field, beside it. */
export function Problem({ text, id, warning }: { text: string | null | undefined; id?: string; warning?: boolean }) {
  if (!text) return null;
  return (
    <p className={warning ? "warned" : "fault"} id={id} role={warning ? undefined : "alert"}>
      {text}
    </p>
  );
}
