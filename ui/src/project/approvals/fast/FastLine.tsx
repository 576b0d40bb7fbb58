import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Checklist, ProjectId } from "../../../bindings/types";
import { useDesk } from "../../../desk";
import { Icon, Lamp } from "../../../frame/icons";
import { FastBox } from "./FastBox";
import { fastWords, lateWords, whyWords } from "./words";
import "./fast.css";

interface Props {
  list: Checklist;
  project: ProjectId;
}

/** 一会三函 above the list: that works wait for the letters, and by when the formal papers are made good. */
export function FastLine({ list, project }: Props) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const [open, setOpen] = useState(false);
  if (!list.fast) return null;
  const words = fastWords(list.fast, lang);
  const late = lateWords(list.fast);
  const shade = list.fast.shade === "red" ? "red" : "amber";
  return (
    <section className="fast" aria-label={t("fast.name")}>
      <div className="fast-line">
        <p className="cut" title={[words, whyWords(list, lang)].filter(Boolean).join("\n")}>
          <b>{t("fast.name")}</b> {words}
        </p>
        {late && (
          <span className={shade === "red" ? "red b lamped" : "amber lamped"}>
            <Lamp shade={shade} label={t(`shade.${shade}`)} />
            {late}
          </span>
        )}
        <span className="grow" />
        <button type="button" className="link t12" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? "fast.hide" : "fast.show")}
          <Icon name={open ? "up" : "down"} size={12} />
        </button>
      </div>
      {open && <FastBox fast={list.fast} project={project} onGone={() => setOpen(false)} />}
    </section>
  );
}
