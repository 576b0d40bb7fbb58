import { useTranslation } from "react-i18next";
import { asFault } from "../rpc";
import { Broken } from "./Broken";

interface Props {
  error: unknown;
}

/** In place of what could not be shown: a part that was not fetched, or a mistake of the program. */
export function Fallen({ error }: Props) {
  const { t } = useTranslation();
  return (
    <Broken
      title={t("fallen.title")}
      words={t("fallen.words")}
      fault={asFault(error)}
      retry={() => location.reload()}
    />
  );
}

/** The same in place of a page; the frame around it stays. */
export function FallenPage({ error }: Props) {
  return (
    <>
      <header className="top" />
      <main className="page">
        <Fallen error={error} />
      </main>
    </>
  );
}
