/** A desk in a folder of its own, behind `zhuanban serve`, on a day that stands still. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";

export const TODAY = "2022-03-28";
const ROOT = resolve(import.meta.dirname, "../..");
const BIN = process.env.ZHUANBAN_BIN ?? join(ROOT, "target/debug/zhuanban");

/** A ledger of 120 projects as an office sends it. */
export const LEDGER = join(ROOT, "tests/ledgers/省级重大项目台账-2022一季度.xlsx");

type Json = Record<string, unknown>;

export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), "zhuanban-e2e-"));
  private server: ChildProcess | null = null;
  today = TODAY;
  /** Where the desk is, once it is served. */
  address = "";

  cli(...args: string[]): string {
    return execFileSync(BIN, ["--data", this.folder, "--now", this.today, ...args], { encoding: "utf8" });
  }

  call<T = Json>(name: string, input: unknown): T {
    return JSON.parse(this.cli("call", name, JSON.stringify(input))) as T;
  }

  /** An office with its person. */
  found(): void {
    this.cli("init", "--office", "大庆市全要素保障专班", "--person", "林晓", "--region", "230600", "--level", "city");
  }

  project(set: Json, enterprise?: string): string {
    const draft = enterprise ? { id: null, set, enterprise_name: enterprise } : { id: null, set };
    return this.call<{ project: { id: string } }>("project_save", draft).project.id;
  }

  /** Reads a ledger that is only this text. */
  import(name: string, text: string): void {
    const path = join(this.folder, name);
    writeFileSync(path, `\uFEFF${text}`);
    this.cli("import", path);
  }

  /** Ends the program and starts it again on the same desk. */
  async restart(page: Page): Promise<void> {
    this.server?.removeAllListeners("exit");
    this.server?.kill("SIGINT");
    await new Promise((done) => this.server?.once("exit", done));
    await this.open(page);
  }

  async open(page: Page): Promise<void> {
    const server = spawn(BIN, ["--data", this.folder, "--now", this.today, "serve", "--port", "0"]);
    this.server = server;
    const url = await new Promise<string>((done, failed) => {
      let said = "";
      server.stdout.on("data", (part: Buffer) => {
        said += part.toString();
        const found = /http:\/\/\S+/.exec(said);
        if (found) done(found[0]);
      });
      server.on("exit", (code) => failed(new Error(`the desk ended with ${code}`)));
    });
    this.address = new URL(url).origin;
    await page.goto(url);
    await page.locator(".app, .start, .broken").first().waitFor();
    await settled(page);
  }

  /** Goes to a page, and is there when that page stands: a click after it never meets the page before. */
  async go(page: Page, to: string): Promise<void> {
    await page.goto(`${this.address}/#${to}`);
    await settled(page, new URL(to, this.address).pathname);
  }

  close(): void {
    this.server?.kill("SIGINT");
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** The router says where it is: nothing on its way any more and, where a path is given, that page. */
async function settled(page: Page, path?: string): Promise<void> {
  await page.waitForFunction((path) => {
    const state = (window as unknown as Routed).__TSR_ROUTER__.state;
    const at = state.resolvedLocation?.pathname;
    return (
      document.querySelector(".app") === null || (state.status === "idle" && at === (path ?? state.location.pathname))
    );
  }, path);
}

/** What of the router a page shows to whoever looks from outside. */
interface Routed {
  __TSR_ROUTER__: {
    state: { status: string; location: { pathname: string }; resolvedLocation?: { pathname: string } };
  };
}

export const test = base.extend<{ desk: Desk }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the pattern
  desk: async ({}, use) => {
    const desk = new Desk();
    await use(desk);
    desk.close();
  },
});

/** A few projects that differ in everything the ledger shows. */
export function sample(desk: Desk): string[] {
  desk.found();
  const list = desk.call<{ id: string }>("list_save", { id: null, set: { name: "省重点项目", year: 2022 } });
  const rows = [
    ["北辰智能电机产业园一期", "230604", "preparing", "new", 753_000_000, "哈尔滨北辰科技有限公司", "高压线迁改未定"],
    ["聚碳酸酯联合项目", "230606", "started", "continued", 4_260_000_000, "龙江化工有限公司", null],
    ["大豆精深加工二期项目", "230621", "signed", "new", 120_000_000, "嘉禾粮油集团", "资金缺口1.2亿元"],
    ["冷链物流园扩建项目", "230604", "building", "continued", 86_400_000, "瑷珲供应链有限公司", null],
  ] as const;
  return rows.map(([name, region, stage, carried, total, enterprise, issue]) => {
    const set = {
      name,
      region,
      stage,
      carried,
      total,
      plan: total / 4,
      plan_year: 2022,
      started_planned: "2022-05-31/month/by",
    };
    const id = desk.project(set, enterprise);
    const report = { done_total: total / 10, image: `${name}主体施工`, issue, as_of: "2022-03-25" };
    desk.call("progress_save", { project: id, period: "2022-03", basis: "dispatch", set: report });
    desk.call("duty_save", { id: null, project: id, set: { role: "leader", name: "沈国栋" } });
    desk.call("membership_save", { project: id, list: list.id, serial: null, grouping: null });
    return id;
  });
}

export { expect };
