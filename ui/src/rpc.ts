/** The transport: the one file that knows whether the core is behind the window or behind an address. */
import { invoke, isTauri } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Commands } from "./bindings/commands";
import type { Fault } from "./bindings/types";

export type Name = keyof Commands;
export type In<N extends Name> = Commands[N]["input"];
export type Out<N extends Name> = Commands[N]["output"];

interface Reply<T> {
  value: T;
  changed: string[];
}

/** Whether this is the window, which has the system's dialogs. */
export const inWindow = isTauri();

/** What a command refuses with. */
export class Refused extends Error {
  constructor(readonly fault: Fault) {
    super(fault.detail);
  }
}

/** Calls a command; says what it answered and which tables it changed. */
export async function call<N extends Name>(name: N, input: In<N>): Promise<Reply<Out<N>>> {
  if (inWindow) return desktop<Reply<Out<N>>>("rpc", { name, input });
  return fetched<Reply<Out<N>>>(`/rpc/${name}`, { method: "POST", body: JSON.stringify(input) });
}

/** Runs when another window, or a long command, changed the desk. */
export function onChanged(run: () => void): () => void {
  if (inWindow) {
    const stop = listen("changed", run);
    return () => void stop.then((end) => end());
  }
  const events = new EventSource("/events");
  events.addEventListener("changed", run);
  return () => events.close();
}

/** A file somebody chose: what commands take, and what people call it. */
export interface Chosen {
  file: string;
  name: string;
}

export async function pickFile(kinds: string, extensions: string[]): Promise<Chosen | null> {
  if (inWindow) {
    const path = await desktop<string | null>("pick_file", { filters: [{ name: kinds, extensions }] });
    return path === null ? null : atPath(path);
  }
  const [file] = await browserPick(extensions);
  return file ? sendFile(file) : null;
}

/** As {@link pickFile}, several at once; none when the person cancels. */
export async function pickFiles(kinds: string, extensions: string[]): Promise<Chosen[]> {
  if (inWindow) {
    const paths = await desktop<string[]>("pick_files", { filters: [{ name: kinds, extensions }] });
    return paths.map(atPath);
  }
  return Promise.all((await browserPick(extensions, true)).map(sendFile));
}

/** A folder of this computer; only the window has one. */
export async function pickFolder(): Promise<Chosen | null> {
  const path = await desktop<string | null>("pick_folder", {});
  return path === null ? null : atPath(path);
}

/** Hands over a file that was dropped or picked in the browser. */
export async function sendFile(file: File): Promise<Chosen> {
  const query = `?name=${encodeURIComponent(file.name)}`;
  const { handle } = await fetched<{ handle: string }>(`/files${query}`, { method: "POST", body: file });
  return { file: handle, name: file.name };
}

/** A file as a command takes it: where it lies, or its bytes where it lies nowhere. */
export type Handed = { name: string; file: string } | { name: string; base64: string };

/** Hands over what was pasted: in the window it has no path, so its bytes go themselves. */
export async function handOver(file: File): Promise<Handed> {
  if (!inWindow) return sendFile(file);
  const url = await new Promise<string>((done, failed) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => done(String(reader.result)));
    reader.addEventListener("error", () => failed(new Refused(asFault(reader.error))));
    reader.readAsDataURL(file);
  });
  return { name: file.name, base64: url.slice(url.indexOf(",") + 1) };
}

/** How a kept file is copied out: a project's document, or what a unit sent in a round. */
export type CopyOf = "attachment_copy" | "round_file_copy";

/** Opens a copy of a kept file: with the system's program in the window, as a download in the browser. */
export async function openCopy(id: string, name: string, of: CopyOf = "attachment_copy"): Promise<void> {
  if (!inWindow) return saveCopy(id, name, of);
  const { path } = (await call(of, { id, path: null })).value;
  await openPath(path);
}

/** Writes a copy where the person wants it. */
export async function saveCopy(id: string, name: string, of: CopyOf = "attachment_copy"): Promise<void> {
  const place = await pickSave(name);
  if (place === null) return;
  await call(of, { id, path: place.file });
  if (!inWindow) download(place.file, place.name);
}

/** The browser keeps a written file under its name. */
export function download(file: string, name: string): void {
  const link = document.createElement("a");
  link.href = downloadUrl(file);
  link.download = name;
  link.click();
}

interface FileDrag {
  /** A file is over the page, or has left it. */
  over: (yes: boolean) => void;
  /** At least one. */
  drop: (files: [Get, ...Get[]]) => void;
}

/** Hands a dropped file over when it is wanted. */
type Get = () => Promise<Chosen>;

/** Hears files being dragged onto the page: the window tells their paths, the browser hands them over. */
export function onFileDrag(hear: FileDrag): () => void {
  return inWindow ? onWindowDrag(hear) : onBrowserDrag(hear);
}

function onWindowDrag({ over, drop }: FileDrag): () => void {
  const stops = [
    listen("tauri://drag-enter", () => over(true)),
    listen("tauri://drag-leave", () => over(false)),
    listen<{ paths: string[] }>("tauri://drag-drop", ({ payload }) => {
      over(false);
      const [first, ...more] = payload.paths.map((path) => () => Promise.resolve(atPath(path)));
      if (first) drop([first, ...more]);
    }),
  ];
  return () => {
    for (const stop of stops) void stop.then((end) => end());
  };
}

function onBrowserDrag({ over, drop }: FileDrag): () => void {
  const hasFile = (e: DragEvent) => e.dataTransfer?.types.includes("Files") === true;
  const move = (e: DragEvent) => {
    if (!hasFile(e)) return;
    e.preventDefault();
    over(true);
  };
  const leave = (e: DragEvent) => {
    if (e.relatedTarget === null) over(false);
  };
  const end = (e: DragEvent) => {
    const [first, ...more] = [...(e.dataTransfer?.files ?? [])].map((file) => () => sendFile(file));
    if (!first) return;
    e.preventDefault();
    over(false);
    drop([first, ...more]);
  };
  const part = new AbortController();
  window.addEventListener("dragover", move, part);
  window.addEventListener("dragleave", leave, part);
  window.addEventListener("drop", end, part);
  return () => part.abort();
}

function atPath(path: string): Chosen {
  return { file: path, name: path.split(/[\\/]/).pop() ?? path };
}

/** Where to write: a path in the window, a place at the server in the browser. */
export async function pickSave(name: string): Promise<Chosen | null> {
  if (inWindow) {
    const path = await desktop<string | null>("pick_save", { name });
    return path === null ? null : atPath(path);
  }
  const query = `?name=${encodeURIComponent(name)}&for=download`;
  const { handle } = await fetched<{ handle: string }>(`/files${query}`, { method: "POST" });
  return { file: handle, name };
}

/** Address of a written file, in the browser. */
export function downloadUrl(file: string): string {
  return `/files/${file.replace("download:", "")}`;
}

export const openPath = (path: string): Promise<void> => desktop("open_path", { path });
export const revealPath = (path: string): Promise<void> => desktop("reveal_path", { path });

async function desktop<T>(command: string, input: Record<string, unknown>): Promise<T> {
  try {
    return await invoke<T>(command, input);
  } catch (fault) {
    throw new Refused(asFault(fault));
  }
}

async function fetched<T>(path: string, init: RequestInit): Promise<T> {
  let answer: Response;
  try {
    answer = await fetch(path, init);
  } catch (error) {
    // Nobody answers: the program behind the page has ended.
    throw new Refused({ ...asFault(error), params: { gone: "gone" } });
  }
  const type = answer.headers.get("content-type") ?? "";
  const body: unknown = type.includes("json") ? await answer.json() : await answer.text();
  if (!answer.ok || !type.includes("json")) throw new Refused(asFault(body));
  return body as T;
}

/** What went wrong as a fault, whatever it was. */
export function asFault(error: unknown): Fault {
  if (error instanceof Refused) return error.fault;
  if (typeof error === "object" && error !== null && "code" in error && "fields" in error) return error as Fault;
  return { code: "internal", params: {}, fields: [], detail: String(error).slice(0, 500) };
}

function browserPick(extensions: string[], several = false): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.multiple = several;
    input.accept = extensions.map((e) => `.${e}`).join(",");
    input.addEventListener("change", () => resolve([...(input.files ?? [])]));
    input.addEventListener("cancel", () => resolve([]));
    input.click();
  });
}
