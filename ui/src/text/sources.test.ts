import { expect, test } from "vitest";

const sources: Record<string, string> = import.meta.glob("/src/**/*.{ts,tsx}", {
  query: "?raw",
  import: "default",
  eager: true,
});
const ours = Object.entries(sources).filter(([path]) => !path.includes("/bindings/") && !path.endsWith(".test.ts"));

const withoutComments = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:])\/\/.*$/gm, "$1");

/** Chinese that is data, not wording: names of languages, of units, marks that are typed and read. */
const DATA: Record<string, RegExp> = {
  "/src/lib/languages.ts": /简体中文/g,
  "/src/project/ProjectField.tsx": /约/g,
  "/src/import/state.ts": /填报|报送|上报|单位|（|）|：/g,
  "/src/import/Findings.tsx": /[元千万百亿至]/g,
  "/src/lib/day.ts": /[一二三四年月日前底季度]/g,
};

test("no wording stands in a component", () => {
  const found = ours.filter(([path, text]) => {
    const rest = withoutComments(text).replace(DATA[path] ?? /$^/g, "");
    return /\p{Script=Han}/u.test(rest);
  });
  expect(found.map(([path]) => path)).toEqual([]);
});

test("Enter is asked for only where an input method was asked first", () => {
  const careless = ours.filter(
    ([, text]) => /key === "(Enter|Escape)"/.test(text) && !/isIme\(|isComposing/.test(text),
  );
  expect(careless.map(([path]) => path)).toEqual([]);
});

test("only one file knows the transport", () => {
  const knowing = ours.filter(([, text]) => /@tauri-apps|\bfetch\(|EventSource/.test(text)).map(([path]) => path);
  expect(knowing).toEqual(["/src/rpc.ts"]);
});
