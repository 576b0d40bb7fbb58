import type { Board, Count, Scope } from "../bindings/types";
import { LeaderTable } from "./LeaderTable";
import { Ratings } from "./Ratings";
import { Rows } from "./Rows";
import type { BoardSearch, Question } from "./scope";
import { Gaps, Holders, Why } from "./Tables";
import { Tasks } from "./Tasks";
import { Typed } from "./Typed";

interface Props {
  q: Question;
  board: Board;
  search: BoardSearch;
  /** The figure that was opened; none where the whole question was. */
  count: Count | null;
  scope: Scope;
  as_of: string;
  onRows: (count: Count) => void;
}

/** What stands behind an answer: the rows of a figure, or the table and the form of the question. */
export function Detail({ q, board, search, count, scope, as_of, onRows }: Props) {
  if (count) return <Rows count={count} scope={scope} as_of={as_of} />;
  const rows = (of: Count) => <Rows count={of} scope={scope} as_of={as_of} />;
  switch (q) {
    case "starts":
      return rows(board.starts.not_opened);
    case "money":
      return rows(board.invested.month === null ? board.invested.unreported : board.invested.reported);
    case "statistics":
      return rows(board.statistics.due.n === 0 ? board.statistics.unknown : board.statistics.missing);
    case "yearly":
      return rows(board.yearly.base);
    case "stuck":
      return <Holders stuck={board.stuck} onRows={onRows} />;
    case "gaps":
      return (
        <>
          <Gaps gaps={board.gaps} onRows={onRows} />
          <Typed kinds={["quota"]} typed={board.typed} />
        </>
      );
    case "places":
      return <Typed kinds={["place", "goal"]} typed={board.typed} />;
    case "why":
      return <Why project={search.project} />;
    case "leader":
      return <LeaderTable leader={search.of} as_of={as_of} />;
    case "tasks":
      return <Tasks tasks={board.tasks} leader={search.leader} />;
    case "ratings":
      return (
        <>
          <Ratings found={board.contentment} />
          <Typed kinds={["satisfaction"]} typed={board.typed} />
        </>
      );
    default:
      return null;
  }
}
