import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Matter, Patch, ProjectFile, StepRoute } from "../bindings/types";
import { Editable } from "../controls/Editable";
import { EditSuggested } from "../controls/EditSuggested";
import { useDesk } from "../desk";
import { Icon, Lamp } from "../frame/icons";
import type { Lang } from "../i18n";
import { plainDay, shortDay } from "../lib/day";
import { useElementName } from "../lib/elements";
import { showThousandths } from "../lib/money";
import { unitWord } from "../lib/units";
import { EditUnit } from "../people/EditUnit";
import { act, tryTo, useAsk } from "../query";
import { standingWords } from "./approvals/routes/words";
import { kindOf } from "./fields";
import { daysWords, isMet, reasonOf } from "./needState";
import { typed } from "./typed";

type Key =
  | "content"
  | "unit"
  | "required"
  | "promised"
  | "delivered"
  | "raised_on"
  | "need_by"
  | "promised_on"
  | "closed_on";

interface Props {
  need: Matter;
  file: ProjectFile;
  /** The steps to it: nothing may have come, and much been done. */
  route: StepRoute | undefined;
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
    case "date":
      return { shown: shortDay(value as string | null), text: plainDay(value as string | null) };
    default:
      return { shown: key === "unit" ? unitWord(raw, lang) : raw, text: raw };
  }
}

/** A need in two lines: what and who, how much, by when, and how it stands. */
export function NeedLine({ need, file, route }: Props) {
  const { t } = useTranslation();
  const { unit, lang } = useDesk();
  const element = useElementName();
  const name = need.element === null ? t("needs.issue") : element(need.element);
  const save = (set: Patch) => act("matter_save", { id: need.id, project: null, set });
  const cell = (key: Key) => {
    const { shown, text } = words(key, need[key], lang);
    return (
      <Editable
        label={`${name} ${t(`needs.${key}`)}`}
        field={key}
        shown={shown}
        text={text}
        numeric={kindOf(key, "matter") === "quantity"}
        save={async (to) => save(await typed(key, to, unit, "matter"))}
      />
    );
  };
  const cover =
    need.required && need.required > 0
      ? Math.min(100, Math.round(((need.delivered ?? 0) * 100) / need.required))
      : null;
  const on = cover !== 100 && (route?.state === "under_way" || route?.state === "done") ? route : null;
  return (
    <tr className={need.closed_on === null ? undefined : "past"}>
      <th scope="row">
        <div className="b">{name}</div>
        <div>{cell("content")}</div>
        {on && need.project && (
          <Link
            to="/project/$id"
            params={{ id: need.project }}
            search={{ tab: "approvals", view: "routes" }}
            className="link t12 need-step"
          >
            {t("routes.at", { where: standingWords(on, lang) })}
          </Link>
        )}
      </th>
      <td>
        <EditUnit
          label={`${name} ${t("needs.department")}`}
          value={need.department}
          save={(department) => save({ department })}
        />
        <Handler need={need} name={name} save={save} />
      </td>
      <td className="num">
        {cell("required")}
        <div className="need-unit">{cell("unit")}</div>
      </td>
      <td className="num">{cell("promised")}</td>
      <td className="num">
        {cell("delivered")}
        {cover !== null && (
          <span className="rate need-cover">
            <span className="meter">
              <i style={{ width: `${cover}%` }} />
            </span>
            <span className={cover === 0 ? "red" : undefined}>{cover}%</span>
          </span>
        )}
      </td>
      <td>
        {cell("raised_on")}
        {cell("need_by")}
      </td>
      <td>
        {cell("promised_on")}
        {cell("closed_on")}
      </td>
      <td>
        <State need={need} file={file} name={name} save={save} />
      </td>
      <td className="mid">
        <button
          type="button"
          className="btn flat s sq"
          aria-label={t("needs.remove", { name })}
          onClick={() => void tryTo(() => act("matter_remove", { id: need.id }))}
        >
          <Icon name="x" size={12} />
        </button>
      </td>
    </tr>
  );
}

interface PartProps {
  need: Matter;
  name: string;
  save: (set: Patch) => Promise<unknown>;
}

/** 经办人: those of the unit first. */
function Handler({ need, name, save }: PartProps) {
  const { t } = useTranslation();
  const people = useAsk("person_list", {}).data ?? [];
  const there = people.filter((one) => one.name !== "" && one.until === null);
  const own = there.filter((one) => need.department !== null && one.department === need.department);
  return (
    <EditSuggested
      label={`${name} ${t("needs.handler")}`}
      value={need.handler}
      options={[...own, ...there].map((one) => one.name)}
      save={(handler) => save({ handler })}
    />
  );
}

/** How it stands, and what ends it: a need without a quantity is only over when somebody says so. */
function State({ need, file, name, save }: PartProps & Pick<Props, "file">) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const closed = need.closed_on !== null;
  return (
    <>
      <div className="need-state">
        <Standing need={need} file={file} />
      </div>
      {closed ? (
        <button
          type="button"
          className="btn flat s"
          aria-label={t("needs.reopenOf", { name })}
          onClick={() => void tryTo(() => save({ closed_on: null }))}
        >
          {t("needs.reopen")}
        </button>
      ) : (
        <button
          type="button"
          className="btn s"
          aria-label={t("needs.closeOf", { name })}
          onClick={() => void tryTo(() => save({ closed_on: desk.today }))}
        >
          {t("needs.close")}
        </button>
      )}
    </>
  );
}

function Standing({ need, file }: Pick<Props, "need" | "file">) {
  const { t } = useTranslation();
  if (need.closed_on !== null || isMet(need)) {
    const word = t(need.closed_on === null ? "needs.met" : "needs.closed");
    return (
      <>
        <Lamp shade="green" label={t("shade.green")} />
        {word}
      </>
    );
  }
  const reason = reasonOf(need, file);
  if (reason) {
    return (
      <>
        <Lamp shade={reason.shade} label={t(`shade.${reason.shade}`)} />
        <b className={reason.shade === "red" ? "red" : "amber"}>{daysWords(reason.days_left)}</b>
      </>
    );
  }
  const nobody = need.department === null && need.handler === null;
  return (
    <>
      <Lamp shade="ring" label={t("shade.ring")} />
      <span className="i2">{t(nobody ? "grid.nobody" : "needs.open")}</span>
    </>
  );
}
