import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Count, FigureRows, Scope } from "../bindings/types";
import { CopyToWechat } from "../paper/CopyToWechat";
import { useAsk } from "../query";

/** As many as the core names at most. */
const MOST = 500;

interface Props {
  count: Count;
  scope: Scope;
  as_of: string;
}

/** The projects behind a figure. */
export function Rows({ count, scope, as_of }: Props) {
  const { t } = useTranslation();
  const figure: FigureRows = { scope, as_of, of: count.of, key: count.key };
  const rows = useAsk("figure_rows", figure);
  return (
    <>
      <div className="cap">
        <h3>{t("board.rowsOf", { count: count.n })}</h3>
        <span className="grow" />
        <Link to="/ledger" search={{ figure }} className="btn s flat">
          {t("board.inLedger")}
        </Link>
        <CopyToWechat of={figure} disabled={count.n === 0} />
      </div>
      <ol className="who">
        {rows.data?.map((row, at) => (
          <li key={row.id}>
            <span className="i3 num" style={{ width: 28 }}>
              {at + 1}
            </span>
            <Link to="/project/$id" params={{ id: row.id }} className="link cut">
              {row.name}
            </Link>
          </li>
        ))}
      </ol>
      {count.n > MOST && <p className="note">{t("board.rowsMost", { n: MOST })}</p>}
    </>
  );
}
