/** The first script: shows the first rows where they came with the page, and then fetches the page itself. */
// The shared styles stand first, so that those of a page hold over them.
import "./theme/tokens.css";
import "./theme/kit.css";
import "./theme/frame.css";
import "./ledger/ledger.css";

import { drawFirst } from "./first/draw";

if (navigator.platform.startsWith("Linux")) document.documentElement.dataset.os = "linux";

// Without them there is still the page. It is not awaited here: its script needs this one to have ended.
void drawFirst()
  .catch(() => undefined)
  .then(() => import("./main"));
