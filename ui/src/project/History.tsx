import { useTranslation } from "react-i18next";
import type { Change, ProjectFile } from "../bindings/types";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { takeBack } from "../frame/keys";
import { labelWords, undoneWords } from "../frame/words";
import { moment } from "../lib/day";
import { grouped } from "../lib/group";
import { useAsk } from "../query";
import { showValue } from "./fields";
import { canRestore, restore } from "./restore";
import { useRowNames } from "./rows";
import { fieldWord, tableWord } from "./words";

/** Everything that happened to the project: when, who, what, from which value to which. */
export function History({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const changes = useAsk("history_list", { table: "project", row: file.project.id, limit: 500 });
  const nameOf = useRowNames(file);
  const acts = grouped(changes.data ?? [], (change) => change.number).map(([, list]) => list);
  return (
    <div className="panel scrolls">
      <div className="bar">
        <span className="note">{t("history.lead")}</span>
        <span className="grow" />
        <button type="button" className="btn s" disabled={desk.undo === null} onClick={() => void takeBack("undo")}>
          <Icon name="undo" />
          {desk.undo ? t("history.undo", { what: undoneWords(desk.undo) }) : t("undo.undo")}
        </button>
      </div>
      <table className="lines history">
        <thead>
          <tr>
            <th scope="col" style={{ width: 132 }}>
              {t("history.when")}
            </th>
            <th scope="col" style={{ width: 88 }}>
              {t("history.who")}
            </th>
            <th scope="col" style={{ width: 168 }}>
              {t("history.what")}
            </th>
            <th scope="col" style={{ width: 160 }}>
              {t("history.field")}
            </th>
            <th scope="col">{t("history.old")}</th>
            <th scope="col">{t("history.new")}</th>
            <th scope="col" style={{ width: 88 }} aria-label={t("history.restore")} />
          </tr>
        </thead>
        <tbody>
          {acts.map((list) =>
            list.map((change, n) => (
              <Line
                key={`${change.number} ${change.row} ${change.field}`}
                change={change}
                first={n === 0}
                file={file}
                nameOf={nameOf}
              />
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}

interface LineProps {
  change: Change;
  first: boolean;
  file: ProjectFile;
  nameOf: (change: Change) => string;
}

function Line({ change, first, file, nameOf }: LineProps) {
  const { t } = useTranslation();
  const view = useDesk();
  const life = change.field === "@";
  const shown = (value: string | number | null) => showValue(change.field, value, view, change.table);
  return (
    <tr className={first ? "first" : undefined}>
      <td className="i2">{first && moment(change.ms)}</td>
      <td>{first && change.person}</td>
      <td className="i2">{first && labelWords(change.label)}</td>
      <td>
        {life
          ? t(change.new === 1 ? "history.made" : "history.removed", { what: tableWord(change.table) })
          : fieldWord(change.field, change.table)}
      </td>
      <td className="wrap old">{!life && shown(change.old)}</td>
      <td className="wrap">{life ? change.new === 1 && nameOf(change) : shown(change.new)}</td>
      <td>
        {canRestore(change, file) && (
          <button type="button" className="link t12" onClick={() => void restore(change, file)}>
            {t("history.restore")}
          </button>
        )}
      </td>
    </tr>
  );
}
