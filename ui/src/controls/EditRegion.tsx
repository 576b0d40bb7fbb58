import { type ReactNode, useState } from "react";
import { tryTo } from "../query";
import { RegionPicker } from "./RegionPicker";
import { Resting } from "./Resting";
import { useReturn } from "./useReturn";

interface Props {
  label: string;
  value: string | null;
  name: string | null;
  /** Regions below this one come first. */
  parent?: string | null;
  save: (code: string | null) => Promise<unknown>;
  /** What stands beside it at rest. */
  children?: ReactNode;
}

/** A region in place. */
export function EditRegion({ label, value, name, parent = null, save, children }: Props) {
  const [open, setOpen] = useState(false);
  const { place, back } = useReturn<HTMLButtonElement>(open);
  const close = () => {
    back();
    setOpen(false);
  };
  if (open) {
    return (
      <RegionPicker
        label={label}
        value={value}
        name={name}
        parent={parent}
        autoFocus
        open
        onPick={(code) => void tryTo(() => save(code))}
        onClose={close}
      />
    );
  }
  return (
    <span className="ev-box">
      <Resting place={place} label={label} shown={name ?? value ?? ""} onOpen={() => setOpen(true)} />
      {children}
    </span>
  );
}
