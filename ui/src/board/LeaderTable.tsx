import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useDesk } from "../desk";
import { showMoney } from "../lib/money";
import { useAsk } from "../query";

interface Props {
  leader: string | undefined;
  as_of: string;
}

/** The projects in a leader's charge, one line each. */
export function LeaderTable({ leader, as_of }: Props) {
  const { t } = useTranslation();
  const { desk, unit } = useDesk();
  const asked = as_of === desk.today ? null : as_of;
  const card = useAsk("board_leader", { leader: leader ?? "", as_of: asked }, leader !== undefined).data;
  if (!leader || !card) return <p className="note">{t("board.askLeader")}</p>;
  return (
    <table className="lines">
      <thead>
        <tr>
          <th scope="col">{t("board.col.project")}</th>
          <th scope="col" className="num">
            {t("board.col.done")} <span className="u">{t(`money.${unit}`)}</span>
          </th>
          <th scope="col" className="num">
            {t("board.col.rate")} <span className="u">%</span>
          </th>
          <th scope="col">{t("board.col.issue")}</th>
        </tr>
      </thead>
      <tbody>
        {card.lines.map((line) => (
          <tr key={line.id}>
            <td className="wrap">
              <Link to="/project/$id" params={{ id: line.id }} className="link">
                {line.name}
              </Link>
              <div className="note">
                {[line.region, t(`stage.${line.stage}`), line.image].filter(Boolean).join(" ")}
              </div>
            </td>
            <td className="num">{showMoney(line.done, unit)}</td>
            <td className="num">{line.rate?.text}</td>
            <td className="wrap">{line.issue}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
