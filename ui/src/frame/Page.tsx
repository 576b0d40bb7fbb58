import type { ReactNode } from "react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { later } from "../lib/later";

const TopRight = later(() => import("../palette/TopRight"), "TopRight", <div className="top-right" />);

interface Props {
  /** What the window and a screen reader call the page. */
  title: string;
  /** The head's own content instead of the plain title. */
  head?: ReactNode;
  children: ReactNode;
}

/** Top bar and sheet of a page; the right end of the bar is the same everywhere. */
export function Page({ title, head, children }: Props) {
  const { t } = useTranslation();
  useEffect(() => {
    document.title = `${title} – ${t("app.name")}`;
  }, [title, t]);
  return (
    <>
      <header className="top">
        {head ?? <h1>{title}</h1>}
        <TopRight />
      </header>
      <main className="page">{children}</main>
    </>
  );
}
