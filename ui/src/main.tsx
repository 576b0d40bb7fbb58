import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import "./text/whole";
import { answers } from "./first/answers";
import { systemLang, withEnglish } from "./i18n";
import { askAhead } from "./ledger/useRows";
import { painted, waitForPage } from "./lib/painted";
import { asking, client } from "./query";
import { router } from "./router";

waitForPage();
for (const { name, input, value } of answers) client.setQueryData(asking(name, input).queryKey, value);
// What every start asks, and nobody has answered yet, is asked while the page is still being put together.
void client.prefetchQuery(asking("desk_get", {}));
// English comes when it is shown, and by itself once the first page stands: commands are found in both languages.
const english = systemLang() === "en" ? Promise.resolve() : painted;
void english.then(withEnglish).catch(() => undefined);
// The first page is the ledger: gone to at once, not by way of the empty address.
if (["", "#/"].includes(location.hash)) history.replaceState(history.state, "", "#/ledger");
void router.load();
if (location.hash === "#/ledger") {
  void client.prefetchQuery(asking("view_list", {}));
  askAhead({});
}

const root = document.getElementById("root");
if (root) {
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}
