import { Modal } from "antd";
import { useTranslation } from "react-i18next";
import type words from "../text/palette.zh.json";

const KEYS: [keyof typeof words.palette.keys, string][] = [
  ["palette", "Ctrl K"],
  ["filter", "Ctrl F"],
  ["undo", "Ctrl Z"],
  ["redo", "Ctrl Y"],
  ["edit", "F2"],
  ["keep", "Enter"],
  ["leave", "Esc"],
  ["move", "← ↑ → ↓"],
  ["more", "Ctrl Enter"],
];

/** What the keys do, on one small page. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open title={t("palette.command.keys")} footer={null} onCancel={onClose} width={440}>
      <table className="lines">
        <tbody>
          {KEYS.map(([name, keys]) => (
            <tr key={name}>
              <td>{t(`palette.keys.${name}`)}</td>
              <td className="num">
                <kbd>{keys}</kbd>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  );
}
