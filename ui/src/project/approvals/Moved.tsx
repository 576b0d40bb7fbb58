import { useTranslation } from "react-i18next";
import type { Listed } from "../../bindings/types";
import { useDesk } from "../../desk";
import { wordDay } from "../../lib/day";
import { bindingOf } from "./path/bars";

/** 原到期, 现到期, 实际: the days a notice and the decision moved, where they differ. */
export function Moved({ item }: { item: Listed }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const clock = bindingOf(item);
  const due = item.due_on ?? clock?.due_on ?? null;
  // A day that stands on a signed sheet was moved by no notice.
  const first = clock?.due_first === due ? null : (clock?.due_first ?? null);
  const decided = item.decided_on;
  if (due === null || (first === null && (decided === null || decided === due))) return null;
  return (
    <section className="side-part moved" aria-label={t("path.moved.title")}>
      <dl>
        {first !== null && (
          <div>
            <dt>{t("path.moved.first")}</dt>
            <dd className="i2">{wordDay(first, lang)}</dd>
          </div>
        )}
        <div>
          <dt>{t(first === null ? "path.moved.due" : "path.moved.now")}</dt>
          <dd>{wordDay(due, lang)}</dd>
        </div>
        <div>
          <dt>{t("path.moved.actual")}</dt>
          <dd>{decided === null ? <span className="i3">{t("path.moved.open")}</span> : wordDay(decided, lang)}</dd>
        </div>
      </dl>
    </section>
  );
}
