/** When the day's reminders are told: once in the morning and once in the afternoon, by the clock of this computer. */

const MORNING = 8 * 60 + 30;
const NOON = 12 * 60;
const AFTERNOON = 16 * 60 + 30;

export interface Moment {
  /** Minutes of the local day. */
  minutes: number;
  /** The desk's day. */
  today: string;
  fullScreen: boolean;
  sample: boolean;
  /** Another message is being said. */
  telling: boolean;
  /** The half-day that was told last. */
  told: string | null;
}

/** The half-day whose reminders are to be told now; none where it is not the time, or they were told. */
export function halfToTell({ minutes, today, fullScreen, sample, telling, told }: Moment): string | null {
  if (fullScreen || sample || telling) return null;
  const half = minutes >= AFTERNOON ? `${today} pm` : minutes >= MORNING && minutes < NOON ? `${today} am` : null;
  return half === told ? null : half;
}
