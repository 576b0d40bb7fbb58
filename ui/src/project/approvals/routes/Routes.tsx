import type { ProjectFile } from "../../../bindings/types";
import { useAsk } from "../../../query";
import { Route } from "./Route";
import "./routes.css";

/** The steps that land, power and money pass before anything of them is there. */
export function Routes({ file }: { file: ProjectFile }) {
  const routes = useAsk("route_list", { project: file.project.id });
  const known = routes.isPlaceholderData ? [] : (routes.data ?? []);
  return (
    <div className="rt scrolls">
      {known.map((route) => (
        <Route key={route.kind} route={route} project={file.project.id} />
      ))}
    </div>
  );
}
