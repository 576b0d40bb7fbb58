/** What stands around every page: language, theme, the desk, and the first run. */
import { RouterProvider } from "@tanstack/react-router";
import { ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import dayjs from "dayjs";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { Code } from "./bindings/types";
import { DeskContext } from "./desk";
import { Broken } from "./frame/Broken";
import { type Lang, setLang, systemLang } from "./i18n";
import { client, useAsk } from "./query";
import { router } from "./router";
import { onChanged } from "./rpc";
import { Rescue } from "./safety/Rescue";
import { StartPage } from "./start/StartPage";
import { type Shade, themeOf } from "./theme/antd";

/** A file that no other try opens: what is left is to go back. */
const BEYOND_OPENING: Code[] = ["database_damaged", "database_foreign"];

const prefersDark = window.matchMedia("(prefers-color-scheme: dark)");

function useSystemShade(): Shade {
  const hear = (run: () => void) => {
    prefersDark.addEventListener("change", run);
    return () => prefersDark.removeEventListener("change", run);
  };
  return useSyncExternalStore(hear, () => (prefersDark.matches ? "dark" : "light"));
}

export function App() {
  const desk = useAsk("desk_get", {});
  // A desk that is brought from another computer is compared with its package before it is shown.
  const [arriving, setArriving] = useState(false);
  const system = useSystemShade();
  const lang: Lang = desk.data?.language === "en" ? "en" : desk.data?.language === "zh" ? "zh" : systemLang();
  const shade: Shade = desk.data?.theme === "dark" ? "dark" : desk.data?.theme === "light" ? "light" : system;
  setLang(lang);
  dayjs.locale(lang === "zh" ? "zh-cn" : "en");

  useEffect(() => {
    document.documentElement.dataset.theme = shade;
  }, [shade]);
  useEffect(() => onChanged(() => void client.invalidateQueries({}, { cancelRefetch: false })), []);

  return (
    <ConfigProvider theme={themeOf(shade)} locale={lang === "zh" ? zhCN : enUS}>
      {desk.isError && (
        <Broken fault={desk.error.fault} retry={() => void desk.refetch()}>
          {BEYOND_OPENING.includes(desk.error.fault.code) && <Rescue />}
        </Broken>
      )}
      {desk.data && (
        <DeskContext value={{ desk: desk.data, lang, unit: desk.data.money_unit === "yi" ? "yi" : "wan" }}>
          {desk.data.office === null || arriving ? (
            <StartPage onBring={setArriving} />
          ) : (
            <RouterProvider key={desk.data.sample ?? "own"} router={router} />
          )}
        </DeskContext>
      )}
    </ConfigProvider>
  );
}
