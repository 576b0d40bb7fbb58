import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ProjectId, StepRoute } from "../bindings/types";
import { useDesk } from "../desk";
import { Lamp } from "../frame/icons";
import { useAsk } from "../query";
import { leftWords, pressOf, standingWords, standsAt } from "./approvals/routes/words";
import "./approvals/routes/routes.css";

/** Which routes are on their way and where they stand, in one line; none that has begun, no line. */
export function RouteBrief({ project }: { project: ProjectId }) {
  const { t } = useTranslation();
  const routes = useAsk("route_list", { project });
  const known = routes.isPlaceholderData ? [] : (routes.data ?? []);
  const begun = known.filter((route) => route.state === "under_way" || route.state === "done");
  if (begun.length === 0) return null;
  return (
    <div className="rt-brief">
      <b id="rt-brief">{t("routes.brief")}</b>
      <ul aria-labelledby="rt-brief">
        {begun.map((route) => (
          <li key={route.kind}>
            <Stands route={route} project={project} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Stands({ route, project }: { route: StepRoute; project: ProjectId }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const now = standsAt(route);
  const press = now ? pressOf(now) : "calm";
  const shade = press === "late" ? "red" : "amber";
  return (
    <Link to="/project/$id" params={{ id: project }} search={{ tab: "approvals", view: "routes" }}>
      <span className="i2">{t(`routes.kind.${route.kind}`)}</span>
      {standingWords(route, lang)}
      {now && press !== "calm" && (
        <span className={`rt-mark ${shade}`}>
          <Lamp shade={shade} label={t(`shade.${shade}`)} />
          {leftWords(now.days_left ?? 0)}
        </span>
      )}
    </Link>
  );
}
