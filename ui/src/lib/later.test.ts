import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";

const SRC = resolve(import.meta.dirname, "..");

/** What a file imports when it is read, types and parts that are fetched later left out. */
function imports(file: string): string[] {
  const text = readFileSync(file, "utf8");
  const found = text.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^;"]*?from\s+)?"([^"]+)"/gm);
  return [...found].map((match) => match[1] ?? "");
}

function fileOf(from: string, name: string): string | undefined {
  const at = resolve(dirname(from), name);
  return [`${at}.ts`, `${at}.tsx`, join(at, "index.ts")].find(existsSync);
}

test("the first script and the page hold no component library", () => {
  const open = [join(SRC, "first.tsx"), join(SRC, "main.tsx")];
  const seen = new Set(open);
  const heavy: string[] = [];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    for (const name of imports(file)) {
      if (name.startsWith("antd") || name.startsWith("@rc-component") || name === "dayjs")
        heavy.push(`${file.slice(SRC.length + 1)} imports ${name}`);
      const next = name.startsWith(".") ? fileOf(file, name) : undefined;
      if (next && !seen.has(next)) {
        seen.add(next);
        open.push(next);
      }
    }
  }
  expect(heavy).toEqual([]);
  expect(seen.size).toBeGreaterThan(60);
});
