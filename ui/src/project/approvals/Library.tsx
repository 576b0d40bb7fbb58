import { Link } from "@tanstack/react-router";
import { Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LibraryItem, ProjectId } from "../../bindings/types";
import { useFirstField } from "../../controls/firstField";
import { useGiveBack } from "../../controls/useGiveBack";
import { useDesk } from "../../desk";
import { Icon } from "../../frame/icons";
import { act, useAsk } from "../../query";

/** The whole library: what is not on the checklist can be put there by hand. */
export function Library({ project, onClose }: { project: ProjectId; onClose: () => void }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const [text, setText] = useState("");
  const box = useFirstField<HTMLDivElement>();
  useGiveBack();
  const library = useAsk("approval_library", { id: project });
  const wanted = text.trim().toLowerCase();
  const fits = ({ item }: LibraryItem) =>
    wanted === "" ||
    [item.code, item.name, item.name_en, item.department].some((w) => w.toLowerCase().includes(wanted));
  const items = (library.data ?? []).filter((entry) => !entry.on_checklist && fits(entry));
  return (
    <Modal open title={t("library.title")} onCancel={onClose} footer={null} width={680}>
      <div ref={box} className="asks">
        <div className="row">
          <input
            className="field"
            value={text}
            placeholder={t("library.find")}
            aria-label={t("library.find")}
            onChange={(e) => setText(e.target.value)}
          />
          <Link to="/settings" search={{ tab: "library" }} className="link nowrap">
            {t("template.toLibrary")}
          </Link>
        </div>
        <ul className="library scrolls">
          {items.map(({ item, verdict }) => (
            <li key={item.code}>
              <span className="i3 t12">{item.code}</span>
              <span className="cut">{lang === "zh" ? item.name : item.name_en}</span>
              <span className="i2 cut">{lang === "zh" ? item.department : item.department_en}</span>
              <span className="i3 t12">{t(`library.applies.${verdict.applies}`)}</span>
              <button
                type="button"
                className="btn s"
                aria-label={t("library.addOne", { name: lang === "zh" ? item.name : item.name_en })}
                onClick={() => void act("approval_save", { project, item: item.code, set: { added: true } })}
              >
                <Icon name="plus" size={12} />
                {t("act.add")}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Modal>
  );
}
