import type { Count } from "../bindings/types";
import type { Piece } from "./sentence";

interface Props {
  pieces: readonly Piece[];
  onRows: (count: Count) => void;
}

/** A sentence whose figures open the rows they counted. */
export function Sentence({ pieces, onRows }: Props) {
  return (
    <p>
      {keyed(pieces).map(([key, piece]) => {
        if (typeof piece === "string") return piece;
        const rows = piece.rows;
        if (!rows || rows.n === 0) return piece.text;
        return (
          <button type="button" key={key} className="fig" onClick={() => onRows(rows)}>
            {piece.text}
          </button>
        );
      })}
    </p>
  );
}

/** A piece stands where it stands: its place in the sentence is its name. */
const keyed = (pieces: readonly Piece[]): [string, Piece][] => pieces.map((piece, at) => [`piece ${at}`, piece]);
