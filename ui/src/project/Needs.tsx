import { Link } from "@tanstack/react-router";
import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Matter, ProjectFile, StepRoute } from "../bindings/types";
import { Editable } from "../controls/Editable";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import type { Lang } from "../i18n";
import { plainDay, shortDay } from "../lib/day";
import { useElementName } from "../lib/elements";
import { grouped } from "../lib/group";
import { showThousandths } from "../lib/money";
import { unitWord } from "../lib/units";
import { act, useAsk } from "../query";
import { standingWords } from "./approvals/routes/words";
import { kindOf } from "./fields";
import { typed } from "./typed";

type Key = "content" | "unit" | "required" | "promised" | "delivered" | "need_by" | "promised_on";
const KEYS: Key[] = ["content", "unit", "required", "promised", "delivered", "need_by", "promised_on"];

/** 要素需求: what the project needs of land, labour, money, energy …, what was promised, what has come. */
export function Needs({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const needs = file.matters.filter((m) => m.kind === "need");
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
              <th scope="col">{t("needs.element")}</th>
              {KEYS.map((key) => (
                <th scope="col" key={key} className={kindOf(key, "matter") === "quantity" ? "num" : undefined}>
                  {t(`needs.${key}`)}
                </th>
              ))}
              <th scope="col">{t("needs.coverage")}</th>
              <th scope="col" aria-label={t("act.remove")} />
            </tr>
          </thead>
          <tbody>
            {needs.map((need) => (
              <Need key={need.id} need={need} route={known.find((route) => route.element === need.element)} />
            ))}
          </tbody>
        </table>
      )}
      {adding && <Adding file={file} onDone={() => setAdding(false)} />}
    </div>
  );
}

/** A field of a need as it is shown, and as it is typed. */
function words(key: Key, value: string | number | null, lang: Lang): { shown: string; text: string } {
  const raw = String(value ?? "");
  switch (kindOf(key, "matter")) {
    case "quantity": {
      const shown = showThousandths(value as number | null);
      return { shown, text: shown.replaceAll(",", "") };
    }
    case "day":
      return { shown: shortDay(value as string | null), text: plainDay(value as string | null) };
    default:
      return { shown: key === "unit" ? unitWord(raw, lang) : raw, text: raw };
  }
}

/** A need, and where it stands on the steps to it: nothing may have come, and much been done. */
function Need({ need, route }: { need: Matter; route: StepRoute | undefined }) {
  const { t } = useTranslation();
  const { unit, lang } = useDesk();
  const name = useElementName()(need.element);
  const cover =
    need.required && need.required > 0
      ? Math.min(100, Math.round(((need.delivered ?? 0) * 100) / need.required))
      : null;
  const on = cover !== 100 && (route?.state === "under_way" || route?.state === "done") ? route : null;
  return (
    <tr>
      <th scope="row" className="b">
        {name}
      </th>
      {KEYS.map((key) => {
        const kind = kindOf(key, "matter");
        const value = need[key];
        const { shown, text } = words(key, value, lang);
        return (
          <td key={key} className={kind === "quantity" ? "num" : undefined}>
            <Editable
              label={`${name} ${t(`needs.${key}`)}`}
              field={key}
              shown={shown}
              text={text}
              numeric={kind === "quantity"}
              save={async (typedText) =>
                act("matter_save", { id: need.id, project: null, set: await typed(key, typedText, unit, "matter") })
              }
            />
            {key === "content" && on && need.project && (
              <Link
                to="/project/$id"
                params={{ id: need.project }}
                search={{ tab: "approvals", view: "routes" }}
                className="link t12 need-step"
              >
                {t("routes.at", { where: standingWords(on, lang) })}
              </Link>
            )}
          </td>
        );
      })}
      <td>
        {cover !== null && (
          <span className="rate">
            <span className="meter">
              <i style={{ width: `${cover}%` }} />
            </span>
            <span className={cover === 0 ? "red" : undefined}>{cover}%</span>
          </span>
        )}
      </td>
      <td className="mid">
        <button
          type="button"
          className="btn flat s sq"
          aria-label={t("needs.remove", { name })}
          onClick={() => void act("matter_remove", { id: need.id })}
        >
          <Icon name="x" size={12} />
        </button>
      </td>
    </tr>
  );
}

function Adding({ file, onDone }: { file: ProjectFile; onDone: () => void }) {
  const { t } = useTranslation();
  const elements = useAsk("element_list", {});
  const { lang } = useDesk();
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
