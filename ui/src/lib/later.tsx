/** Parts of the window that are fetched after the first page stands: what the first rows do not need does not hold them up. */
import { type ComponentType, lazy, type ReactNode, Suspense, useState } from "react";
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

/** A part of a page: fetched soon after the first page stands; until it is there `instead` is in its place. */
export function later<N extends string, P extends object>(load: Load<N, P>, name: N, instead: ReactNode = null) {
  const fetched = kept(() => painted.then(() => themed(load, name)));
  return (props: P) => {
    // What is shown stays the same part, also when it comes to be there without waiting.
    const [Part] = useState(() => fetched());
    return (
      <Suspense fallback={instead}>
        <Part {...props} />
      </Suspense>
    );
  };
}

/** Begins to fetch at once. A fetch that fails is not kept: whoever asks next begins anew. */
function kept<P extends object>(asked: () => Promise<ComponentType<P>>): () => ComponentType<P> {
  let part: ComponentType<P> | null = null;
  const begin = (): ComponentType<P> => {
    const found = asked();
    found.then(
      (there) => {
        part = there;
      },
      () => {
        part = null;
      },
    );
    return lazy(async () => ({ default: await found })) as unknown as ComponentType<P>;
  };
  const now = (): ComponentType<P> => {
    part ??= begin();
    return part;
  };
  now();
  return now;
}
