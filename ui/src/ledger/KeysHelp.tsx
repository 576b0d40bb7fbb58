import { useTranslation } from "react-i18next";
import { type At, Pop } from "./Pop";

const KEYS = [
  ["edit", "F2 / Enter"],
  ["keep", "Enter / Tab"],
  ["newline", "Alt Enter"],
  ["range", "Shift ↑↓←→"],
  ["column", "Ctrl Space"],
  ["everything", "Ctrl A"],
  ["copy", "Ctrl C / V / X"],
  ["copyHeads", "Ctrl Shift C"],
  ["fill", "Ctrl D"],
  ["clear", "Delete"],
  ["undo", "Ctrl Z / Y"],
  ["peek", "Space"],
  ["tick", "Shift Space"],
  ["open", "Ctrl Enter"],
  ["find", "Ctrl F"],
  ["menu", "Ctrl Shift L"],
  ["ends", "Ctrl Home / End"],
  ["out", "F6"],
] as const;

/** Every key of the sheet. */
export function KeysHelp({ at, onClose }: { at: At; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Pop at={at} label={t("grid.keys")} width={300} onClose={onClose}>
      <div className="filter">
        <b className="t12">{t("grid.keys")}</b>
        <dl className="key-list">
          {KEYS.map(([what, keys]) => (
            <div key={what}>
              <dt>{t(`grid.keyOf.${what}`)}</dt>
              <dd>
                <kbd>{keys}</kbd>
              </dd>
            </div>
          ))}
        </dl>
        <div className="row">
          <span className="grow" />
          <button type="button" className="btn s" data-first onClick={onClose}>
            {t("act.close")}
          </button>
        </div>
      </div>
    </Pop>
  );
}
