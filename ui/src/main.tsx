// The shared styles stand first, so that those of a page hold over them.
import "./theme/tokens.css";
import "./theme/kit.css";
import "./theme/frame.css";

import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app";
import { systemLang, withEnglish } from "./i18n";
import { askAhead } from "./ledger/useRows";
import { asking, client } from "./query";
import { router } from "./router";

// What every start asks is asked while the page is still being put together.
void client.prefetchQuery(asking("desk_get", {}));
if (systemLang() === "en") void withEnglish().catch(() => undefined);
// The first page is the ledger: gone to at once, not by way of the empty address.
if (["", "#/"].includes(location.hash)) history.replaceState(history.state, "", "#/ledger");
void router.load();
if (location.hash === "#/ledger") {
  void client.prefetchQuery(asking("view_list", {}));
  askAhead({});
}

if (navigator.platform.startsWith("Linux")) document.documentElement.dataset.os = "linux";

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
