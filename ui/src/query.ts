/** Asking and changing the desk from components: every question is cached, every change refreshes what is shown. */
import {
  keepPreviousData,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from "@tanstack/react-query";
import { tellDone, tellFault, tellStale } from "./frame/notice";
import { askReason } from "./frame/reason";
import { call, type In, type Name, type Out, Refused } from "./rpc";

export const client = new QueryClient({
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false } },
});

export function asking<N extends Name>(name: N, input: In<N>) {
  return { queryKey: [name, input] as const, queryFn: async (): Promise<Out<N>> => (await call(name, input)).value };
}

export function useAsk<N extends Name>(name: N, input: In<N>, enabled = true): UseQueryResult<Out<N>, Refused> {
  return useQuery<Out<N>, Refused>({ ...asking(name, input), enabled, placeholderData: keepPreviousData });
}

interface Doing {
  /** No message with an undo: the page says it itself. */
  quiet?: boolean;
  /** It is written; what is shown is not refreshed yet. What a form keeps goes now: a new one may stand there afterwards. */
  saved?: () => void;
}

export function useDo<N extends Name>(name: N, how: Doing = {}): UseMutationResult<Out<N>, Refused, In<N>> {
  return useMutation<Out<N>, Refused, In<N>>({ mutationFn: (input: In<N>) => act(name, input, how) });
}

/** Runs a command that may change the desk, and refreshes what is shown. */
export async function act<N extends Name>(name: N, input: In<N>, how: Doing = {}): Promise<Out<N>> {
  const { value, changed } = await called(name, input);
  how.saved?.();
  if (changed.length > 0) {
    await client.invalidateQueries();
    const logged = changed.some((table) => table !== "local");
    if (logged && how.quiet) tellStale();
    if (logged && !how.quiet) {
      const desk = await client.fetchQuery({ ...asking("desk_get", {}), staleTime: 1000 });
      if (desk.undo) tellDone(desk.undo);
    }
  }
  return value;
}

/** A closed period is changed only with a reason: the person is asked for it, and the command runs once more with it. */
async function called<N extends Name>(name: N, input: In<N>) {
  try {
    return await call(name, input);
  } catch (error) {
    if (!(error instanceof Refused) || error.fault.code !== "period_closed") throw error;
    const correction = await askReason(error.fault);
    if (correction === null) throw error;
    return call(name, { ...input, correction });
  }
}

/** For buttons that have no place for words: a refusal is told in the message at the bottom. */
export async function tryTo(run: () => Promise<unknown>): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    tellFault(error.fault);
  }
}
