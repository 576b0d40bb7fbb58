import type { Papered } from "../bindings/types";
import { download, inWindow, pickSave } from "../rpc";

export interface Made {
  file: string;
  name: string;
  /** It runs over its page. */
  over: boolean;
}

/** Writes a sheet where it is wanted; nothing where no place was chosen. */
export async function makePaper(name: string, write: (file: string) => Promise<Papered>): Promise<Made | null> {
  const place = await pickSave(name);
  if (!place) return null;
  const { file, over } = await write(place.file);
  if (!inWindow) download(file, name);
  return { file, name, over };
}
