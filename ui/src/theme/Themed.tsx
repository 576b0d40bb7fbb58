/** The component library in our colours and the window's language. It is fetched with the first part that needs it. */
import { ConfigProvider } from "antd";
import enUS from "antd/locale/en_US";
import zhCN from "antd/locale/zh_CN";
import dayjs from "dayjs";
import type { ReactNode } from "react";
import { themeOf } from "./antd";
import { useLook } from "./look";

export function Themed({ children }: { children: ReactNode }) {
  const { shade, lang } = useLook();
  dayjs.locale(lang === "zh" ? "zh-cn" : "en");
  return (
    <ConfigProvider theme={themeOf(shade)} locale={lang === "zh" ? zhCN : enUS}>
      {children}
    </ConfigProvider>
  );
}
