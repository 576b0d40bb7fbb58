/** What an officer picked to try, project by project. It stays until the window closes and is written nowhere. */
import { useState } from "react";
import type { Offer, ProjectId, TrialChange } from "../../../bindings/types";

/** A change of one's own; it can be left out without being thrown away. */
export interface Own {
  change: TrialChange;
  on: boolean;
}

export interface Picks {
  offers: Offer[];
  own: Own[];
}

export const NOTHING: Picks = { offers: [], own: [] };

const kept = new Map<ProjectId, Picks>();

export function usePicks(project: ProjectId): [Picks, (picks: Picks) => void] {
  const [picks, setPicks] = useState(() => kept.get(project) ?? NOTHING);
  const keep = (next: Picks) => {
    kept.set(project, next);
    setPicks(next);
  };
  return [picks, keep];
}

export const keyOf = (change: TrialChange): string => JSON.stringify(change);

export const changesOf = ({ offers, own }: Picks): TrialChange[] => [
  ...offers.map((offer) => offer.change),
  ...own.filter((one) => one.on).map((one) => one.change),
];

/** Every offer at the place it had at first, so that nothing moves under the pointer; ticked ones stay, though they are offered no more. */
export function rowsOf(first: readonly Offer[], now: readonly Offer[], picked: readonly Offer[]): Offer[] {
  const rows = new Map<string, Offer>();
  const shown = new Map([...now, ...picked].map((offer) => [keyOf(offer.change), offer]));
  for (const { change } of [...first, ...now, ...picked]) {
    const offer = shown.get(keyOf(change));
    if (offer) rows.set(keyOf(change), offer);
  }
  return [...rows.values()];
}
