import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { ProjectId } from "../bindings/types";
import { isFiltered } from "../ledger/search";
import { lastSearch, trail } from "../ledger/trail";
import { isBuiltIn } from "../ledger/views";
import { useAsk } from "../query";
import { useSheetPlace } from "../today/useSheetPlace";

/** The way back: the list that somebody came from. */
export function Crumb({ id, item }: { id: ProjectId; item: string | undefined }) {
  const { t } = useTranslation();
  const sheet = useSheetPlace(id, item);
  if (sheet === undefined) return null;
  if (sheet === null) return <LedgerCrumb id={id} />;
  const { mine, waiting } = sheet.trail;
  return (
    <>
      <Link to="/today" search={{ mine }} className="crumb">
        {t("today.title")}
      </Link>
      <span className="crumb">/</span>
      <Link to="/today" search={{ mine, ...(waiting && { waiting }) }} className="b cut">
        {t(waiting ? `today.waiting.${waiting}` : "today.sheet")}
      </Link>
    </>
  );
}

/** The ledger, and the rows of it that somebody came from. */
function LedgerCrumb({ id }: { id: ProjectId }) {
  const { t } = useTranslation();
  const place = useAsk("project_place", { query: trail(), id });
  const views = useAsk("view_list", {});
  // A project that is not among those rows is one of the whole ledger.
  const search = place.data === null ? {} : lastSearch();
  const view = search.view ?? "all";
  const name = isBuiltIn(view)
    ? t(`grid.view.${view}`)
    : (views.data?.find((one) => one.id === view)?.name ?? t("grid.view.all"));
  const filtered = search.view === undefined && isFiltered(search);
  return (
    <>
      <Link to="/ledger" className="crumb">
        {t("ledger.title")}
      </Link>
      <span className="crumb">/</span>
      <Link to="/ledger" search={search} className="b cut">
        {filtered ? t("grid.filtered") : name}
      </Link>
    </>
  );
}
