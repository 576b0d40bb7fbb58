import { useTranslation } from "react-i18next";
import { useDesk } from "../../desk";
import { Icon } from "../../frame/icons";
import { denseDay } from "../../lib/day";
import { useAsk, useDo } from "../../query";
import { callWords, resultWords } from "../../today/words";

interface Props {
  project: string;
  /** The approval, once something is recorded of it. */
  approval: string | undefined;
}

/** 联系记录 of an approval, the newest first; nothing where nobody called. */
export function Calls({ project, approval }: Props) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const asked = useAsk("approval_call_list", { id: project });
  const remove = useDo("approval_call_remove");
  const calls = (asked.data ?? []).filter((call) => call.approval === approval);
  if (calls.length === 0) return null;
  return (
    <section className="side-part">
      <div className="cap">
        <h3>{t("today.calls")}</h3>
      </div>
      <ol className="ap-calls">
        {calls.map((call) => (
          <li key={call.id}>
            <time className="i2">{denseDay(call.called_on, desk.today.slice(0, 4))}</time>
            <span>
              {resultWords(call, desk.today)}
              {(call.person || call.note) && (
                <span className="i2 t12">{[call.person, call.note].filter(Boolean).join(" ")}</span>
              )}
            </span>
            <button
              type="button"
              className="btn s sq flat"
              aria-label={t("today.removeCall", { call: callWords(call, desk.today) })}
              onClick={() => remove.mutate({ id: call.id })}
            >
              <Icon name="x" size={12} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
