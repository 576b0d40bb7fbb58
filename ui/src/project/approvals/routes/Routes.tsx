import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectFile, RouteKind } from "../../../bindings/types";
import { Icon } from "../../../frame/icons";
import { useAsk } from "../../../query";
import { Route } from "./Route";
import "./routes.css";

/** Few projects go public or borrow: these routes are there once they are asked for. */
const RARE: readonly RouteKind[] = ["listing", "loan"];

/** The steps that land, power and money pass before anything of them is there. */
export function Routes({ file }: { file: ProjectFile }) {
  const { t } = useTranslation();
  const routes = useAsk("route_list", { project: file.project.id });
  const [asked, setAsked] = useState<readonly RouteKind[]>([]);
  const known = routes.isPlaceholderData ? [] : (routes.data ?? []);
  const hidden = known.filter(
    ({ kind, state }) => RARE.includes(kind) && state === "not_begun" && !asked.includes(kind),
  );
  return (
    <div className="rt scrolls">
      {known
        .filter((route) => !hidden.includes(route))
        .map((route) => (
          <Route key={route.kind} route={route} project={file.project.id} />
        ))}
      {hidden.length > 0 && (
        <div className="rt-more">
          {hidden.map(({ kind }) => (
            <button key={kind} type="button" className="btn s" onClick={() => setAsked([...asked, kind])}>
              <Icon name="plus" size={12} />
              {t("routes.ask", { name: t(`routes.kind.${kind}`) })}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
