import { expect, test } from "vitest";
import { blockHtml, blockText, parseBlock, spread } from "./clipboard";

test.each([
  [
    "1\t2\r\n3\t4\r\n",
    [
      ["1", "2"],
      ["3", "4"],
    ],
  ],
  ["a", [["a"]]],
  ["a\n", [["a"]]],
  [
    "a\t\n\tb",
    [
      ["a", ""],
      ["", "b"],
    ],
  ],
  ["a\t", [["a", ""]]],
  ["", []],
  ['"主体三层\n二层砌筑"\t5\r\n', [["主体三层\n二层砌筑", "5"]]],
  ['"他说""行"""\tb', [['他说"行"', "b"]]],
  ['"一\r\n二"', [["一\n二"]]],
  // A quote that only begins a word is a quote.
  ['"龙江"工程\t3\n4', [['"龙江"工程', "3"], ["4"]]],
  ['"never closed\t3\n4', [['"never closed', "3"], ["4"]]],
  ['5"管\tb', [['5"管', "b"]]],
  ["a\r\n\r\nb", [["a"], [""], ["b"]]],
] as [string, string[][]][])("%j is read", (text, block) => {
  expect(parseBlock(text)).toEqual(block);
});

test("what is copied is read again as it was", () => {
  const block = [
    ["北辰", "75300", "主体\n三层"],
    ['"quoted"', "tab\there", ""],
  ];
  expect(parseBlock(blockText(block))).toEqual(block);
});

test("a table keeps lines in their cell, and codes as text", () => {
  const html = blockHtml([["一\n二", "75300", "91230600MA1XXXXX", "0451", "123456789012345678", "<b>"]]);
  expect(html).toContain("一<br");
  expect(html).toContain("<td>75300</td>");
  expect(html.match(/mso-number-format/g)).toHaveLength(5);
  expect(html).toContain("&lt;b&gt;");
});

test("a block is laid on, repeated, or fills the range", () => {
  expect(spread([["x"]], 2, 2)).toEqual([
    ["x", "x"],
    ["x", "x"],
  ]);
  expect(spread([["1", "2"]], 3, 2)).toEqual([
    ["1", "2"],
    ["1", "2"],
    ["1", "2"],
  ]);
  expect(spread([["1"], ["2"]], 3, 1)).toEqual([["1"], ["2"]]);
  expect(spread([["1", "2"], ["3"]], 1, 1)).toEqual([["1", "2"], ["3"]]);
  expect(spread([["1", "2"], ["3"]], 1, 4)).toEqual([
    ["1", "2", "1", "2"],
    ["3", "", "3", ""],
  ]);
  expect(spread([], 2, 2)).toEqual([]);
});

test("a short row of a block takes no more cells than it has", () => {
  expect(spread(parseBlock("甲\n乙\n丙\t丁"), 1, 1)).toEqual([["甲"], ["乙"], ["丙", "丁"]]);
});
