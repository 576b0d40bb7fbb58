import { useTranslation } from "react-i18next";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { copyText } from "../paper/clipboard";
import { tell } from "../paper/said";
import { tryTo } from "../query";
import { type Chased, chaseText } from "./chase";

interface Props {
  party: Chased;
  /** Says whose, where several stand below one another. */
  label?: string;
  className?: string;
}

/** 复制催办: the words for whoever has it in hand, to be pasted into WeChat. */
export function CopyChase({ party, label, className = "btn s" }: Props) {
  const { t } = useTranslation();
  const { desk, lang } = useDesk();
  const copy = () =>
    tryTo(async () => {
      const by = { today: desk.today, person: desk.person?.name ?? null, sample: desk.sample !== null, lang };
      await copyText(chaseText(party, by));
      tell(t("today.chase.copied"));
    });
  return (
    <button
      type="button"
      className={className}
      disabled={party.rows.length === 0}
      aria-label={label}
      title={label}
      onClick={() => void copy()}
    >
      <Icon name="copy" />
      <span className="td-words">{t("today.chase.copy")}</span>
    </button>
  );
}
