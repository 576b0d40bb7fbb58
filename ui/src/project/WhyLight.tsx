import type { LightWords } from "./light";
import "./why.css";

interface Props {
  words: LightWords;
  className: string;
  /** The others are only told when one points at it. */
  brief?: boolean;
}

/** The worst of a light's reasons: where there is no room for all of it, what it is about is cut, never the days. */
export function WhyLight({ words: { worst, full }, className, brief = false }: Props) {
  if (!worst) return null;
  return (
    <span className={`why-light ${className}`} title={full.join("\n")}>
      <span className="cut">{worst.what}</span>
      <span className="nowrap">
        {worst.days}
        {!brief && worst.others}
      </span>
    </span>
  );
}
