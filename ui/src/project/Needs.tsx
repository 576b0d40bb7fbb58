import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectFile } from "../bindings/types";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { grouped } from "../lib/group";
import { act, useAsk } from "../query";
import { NeedLine } from "./NeedLine";
import { Said } from "./Said";

type Word =
  | "element"
  | "content"
  | "department"
  | "handler"
  | "required"
  | "unit"
  | "promised"
  | "delivered"
  | "coverage"
  | "raised_on"
  | "need_by"
  | "promised_on"
  | "closed_on"
  | "state";

/** Each column has two lines: the second stands under the first, as in the rows. */
const HEADS: { lines: Word[]; num?: true }[] = [
  { lines: ["element", "content"] },
  { lines: ["department", "handler"] },
  { lines: ["required", "unit"], num: true },
  { lines: ["promised"], num: true },
  { lines: ["delivered", "coverage"], num: true },
  { lines: ["raised_on", "need_by"] },
  { lines: ["promised_on", "closed_on"] },
  { lines: ["state"] },
];

/** 要素需求: what the project needs of land, labour, money, energy …, who answers for it, what was promised, what has come. */
export function Needs({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const needs = file.matters.filter((m) => m.kind !== "task");
  const routes = useAsk("route_list", { project: file.project.id });
  const known = routes.isPlaceholderData ? [] : (routes.data ?? []);
  return (
    <div className="panel scrolls">
      <div className="bar">
        <span className="note">{t("needs.lead")}</span>
        <span className="grow" />
        <button type="button" className="btn s pri" onClick={() => setAdding(true)}>
          <Icon name="plus" />
          {t("needs.add")}
        </button>
      </div>
      {needs.length === 0 && !adding ? (
        <div className="hollow">
          <section className="empty">
            <h2>{t("needs.none")}</h2>
            <p className="i2">{t("needs.noneLead")}</p>
          </section>
        </div>
      ) : (
        <table className="lines needs">
          <thead>
            <tr>
              {HEADS.map(({ lines, num }) => (
                <th scope="col" key={lines[0]} className={num && "num"}>
                  {lines.map((key) => (
                    <div key={key}>{t(`needs.${key}`)}</div>
                  ))}
                </th>
              ))}
              <th scope="col" aria-label={t("act.remove")} />
            </tr>
          </thead>
          <tbody>
            {needs.map((need) => (
              <NeedLine
                key={need.id}
                need={need}
                file={file}
                route={known.find((route) => route.element === need.element)}
              />
            ))}
          </tbody>
        </table>
      )}
      {adding && <Adding file={file} onDone={() => setAdding(false)} />}
      <Said file={file} />
    </div>
  );
}

function Adding({ file, onDone }: { file: ProjectFile; onDone: () => void }) {
  const { t } = useTranslation();
  const elements = useAsk("element_list", {});
  const { desk, lang } = useDesk();
  const options = grouped(elements.data ?? [], (e) => (lang === "zh" ? e.category : e.category_en)).map(
    ([category, items]) => ({
      label: category,
      title: category,
      options: items.map((e) => ({ value: e.code, label: lang === "zh" ? e.name : e.name_en })),
    }),
  );
  const add = (code: string) => {
    onDone();
    const element = elements.data?.find((e) => e.code === code);
    if (!element) return;
    const set = {
      kind: "need",
      element: element.category,
      content: element.name,
      unit: element.units[0]?.unit ?? null,
      raised_on: desk.today,
    };
    void act("matter_save", { id: null, project: file.project.id, set });
  };
  // What is typed before there is anything to choose would choose nothing.
  if (!elements.data) return null;
  return (
    <div className="adding">
      <Select
        autoFocus
        defaultOpen
        showSearch={{ optionFilterProp: "label" }}
        aria-label={t("needs.pick")}
        placeholder={t("needs.pick")}
        options={options}
        style={{ width: 360 }}
        onChange={add}
        onOpenChange={(shows) => {
          if (!shows) onDone();
        }}
      />
    </div>
  );
}
