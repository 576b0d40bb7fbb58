import { type ReactNode, useEffect, useRef } from "react";

interface Props {
  checked: boolean;
  partly?: boolean;
  disabled?: boolean;
  /** For a box without words beside it. */
  label?: string;
  children?: ReactNode;
  onTick: (checked: boolean) => void;
}

export function Tick({ checked, partly = false, disabled, label, children, onTick }: Props) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = partly && !checked;
  }, [partly, checked]);
  return (
    <label className="check">
      <input
        ref={box}
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-label={label}
        onChange={(e) => onTick(e.target.checked)}
      />
      {children}
    </label>
  );
}
