import { Link, useRouterState } from "@tanstack/react-router";
import { RailFace } from "./RailFace";

export function Rail() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  return <RailFace path={path} link={Link} />;
}
