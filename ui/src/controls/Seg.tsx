interface Props<V extends string> {
  label: string;
  value: V;
  choices: readonly { value: V; text: string; title?: string }[];
  onPick: (value: V) => void;
}

/** A few choices side by side, of which one holds. */
export function Seg<V extends string>({ label, value, choices, onPick }: Props<V>) {
  return (
    <div className="seg" role="group" aria-label={label}>
      {choices.map((choice) => (
        <button
          type="button"
          key={choice.value}
          className={choice.value === value ? "on" : ""}
          aria-pressed={choice.value === value}
          title={choice.title}
          onClick={() => onPick(choice.value)}
        >
          {choice.text}
        </button>
      ))}
    </div>
  );
}
