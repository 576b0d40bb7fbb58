import type { ReactNode } from "react";

interface Props<T extends string> {
  label: string;
  tabs: readonly T[];
  at: T;
  /** What stands on a tab. */
  children: (tab: T) => ReactNode;
  onPick: (tab: T) => void;
}

/** Parts of a page: one at a time, picked by mouse or with the arrows. */
export function Tabs<T extends string>({ label, tabs, at, children, onPick }: Props<T>) {
  return (
    <div className="tabs" role="tablist" aria-label={label}>
      {tabs.map((name, n) => (
        <button
          key={name}
          type="button"
          role="tab"
          aria-selected={at === name}
          tabIndex={at === name ? 0 : -1}
          className={at === name ? "on" : ""}
          onClick={() => onPick(name)}
          onKeyDown={(e) => {
            const by = e.key === "ArrowRight" ? 1 : e.key === "ArrowLeft" ? -1 : 0;
            const next = tabs[n + by];
            if (by === 0 || !next) return;
            onPick(next);
            (e.currentTarget.parentElement?.children[n + by] as HTMLElement | undefined)?.focus();
          }}
        >
          {children(name)}
        </button>
      ))}
    </div>
  );
}
