import { expect, test } from "vitest";
import { askAhead } from "../ledger/useRows";
import { client } from "../query";
import questions from "./questions.json";

test("the ledger's first question is one that is answered with the page", () => {
  askAhead({});
  const keys = client
    .getQueryCache()
    .getAll()
    .map((query) => query.queryKey);
  const rows = questions.find(([name]) => name === "project_list");
  expect(keys).toContainEqual(rows);
});
