import { useTranslation } from "react-i18next";
import type { Listed } from "../../bindings/types";
import { useDesk } from "../../desk";

/** Who has it in hand or is asked for an opinion, and for how long; the other of the two units behind it. */
export function InHandLine({ item }: { item: Listed }) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const hand = item.in_hand;
  if (!hand) return null;
  const who = (lang === "zh" ? hand.holder : hand.holder_en) ?? "";
  const words = {
    applicant: t("ways.hand.applicant"),
    certificate: t("ways.hand.now", { who }),
    opinion: t("ways.hand.opinion", { who }),
    third: t("ways.hand.third", { who }),
  }[hand.turn];
  return (
    <p className="i2">
      {hand.turn === "opinion" ? <b>{words}</b> : words}
      {hand.days !== null && <span className="i3">　{t(`stopEnd.days.${hand.unit}`, { count: hand.days })}</span>}
    </p>
  );
}
