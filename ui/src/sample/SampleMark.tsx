import { Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import type { SampleOffice } from "../bindings/types";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { tryTo, useAsk } from "../query";
import { leaveSample, resetSample, showSample, wayOut } from "./desks";
import { startTour } from "./steps";
import "./sample.css";

/** On the status line of the sample desk: that it is one, the way to its other offices, and the way out. */
export function SampleMark() {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const samples = useAsk("sample_list", {}, desk.sample !== null);
  const shown = desk.sample;
  if (shown === null) return null;
  const items = [
    ...(samples.data?.offices ?? []).map((entry) => ({
      key: entry.office as string,
      label: `${t(`sample.office.${entry.office}`)}  ${entry.as_of}`,
    })),
    { type: "divider" as const },
    { key: "tour", label: t("sample.tour.again") },
    { key: "reset", label: t("sample.reset") },
  ];
  const pick = (key: string) => {
    if (key === "tour") startTour();
    else if (key === "reset") void tryTo(() => resetSample(shown));
    else void tryTo(() => showSample(key as SampleOffice));
  };
  return (
    <>
      <b className="sample-mark">{t("sample.mark")}</b>
      <Dropdown
        trigger={["click"]}
        placement="topLeft"
        menu={{ items, selectable: true, selectedKeys: [shown], onClick: ({ key }) => pick(key) }}
      >
        <button type="button" className="link">
          {t("sample.switch")}
          <Icon name="up" size={12} />
        </button>
      </Dropdown>
      <button type="button" className="link" onClick={() => void tryTo(leaveSample)}>
        {t(wayOut(samples.data))}
      </button>
    </>
  );
}
