/** Parts of the window that are fetched after the first page stands: what the first rows do not need does not hold them up. */
import { type ComponentType, lazy, type ReactNode, Suspense } from "react";
import { painted, stopWaiting } from "./painted";

type Load<N extends string, P> = () => Promise<Record<N, ComponentType<P>>>;

async function themed<N extends string, P extends object>(load: Load<N, P>, name: N): Promise<ComponentType<P>> {
  const [found, { Themed }] = await Promise.all([load(), import("../theme/Themed")]);
  const Found: ComponentType<P> = found[name];
  return (props: P) => (
    <Themed>
      <Found {...props} />
    </Themed>
  );
}

/** A page of its own: fetched when it is gone to. */
export function page<N extends string>(load: Load<N, object>, name: N) {
  return async () => {
    stopWaiting();
    return { default: await themed(load, name) };
  };
}

/** A part of a page: fetched once the first page stands; until then `instead` is in its place. */
export function later<N extends string, P extends object>(load: Load<N, P>, name: N, instead: ReactNode = null) {
  const Part = lazy(async () => {
    await painted;
    return { default: await themed(load, name) };
  });
  return (props: P) => (
    <Suspense fallback={instead}>
      <Part {...props} />
    </Suspense>
  );
}
