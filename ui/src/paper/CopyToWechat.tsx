import { Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import type { ProjectId } from "../bindings/types";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { wordDay } from "../lib/day";
import { act, tryTo } from "../query";
import { call, inWindow, pickSave } from "../rpc";
import { copyPicture, copyText } from "./clipboard";
import { draw } from "./picture";
import { tell } from "./said";
import { shareRows, shareText } from "./share";

interface Props {
  /** In the order they are shown. */
  projects: ProjectId[];
  className?: string;
  /** Only its icon, where words have no room. */
  bare?: boolean;
}

/** 复制到微信: a short text, or a picture of the rows with phones masked and a watermark. */
export function CopyToWechat({ projects, className = "btn s flat", bare = false }: Props) {
  const { t } = useTranslation();
  const { desk, lang } = useDesk();
  const day = wordDay(desk.today, lang);
  const lines = async () => (await call("wechat_lines", { projects })).value;
  const picture = async () => {
    const { heads, rows } = shareRows(await lines());
    const office = desk.office?.name ?? "";
    return draw({
      title: t("paper.tableTitle", { day }),
      heads,
      rows,
      widths: [19, 8, 12, 8, 16, 16, 9, 19],
      watermark: t("paper.watermark", { office, day: desk.today }),
      foot: `${office}  ${t("paper.internal")}`,
    });
  };
  const text = async () => {
    await copyText(shareText(await lines(), desk.today, lang));
    tell(t("paper.copiedText"));
  };
  const save = async (png: Blob, before?: string) => {
    const name = t("paper.file", { day: desk.today });
    if (inWindow) {
      const place = await pickSave(name);
      if (!place) return;
      await act("picture_save", { file: place.file, png: [...new Uint8Array(await png.arrayBuffer())] });
    } else {
      const link = document.createElement("a");
      link.href = URL.createObjectURL(png);
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    }
    tell(before ?? t("paper.savedPicture", { name }));
  };
  const copy = async () => {
    const png = await picture();
    if (await copyPicture(png)) tell(t("paper.copiedPicture"));
    else await save(png, t("paper.notSaved"));
  };
  const items = [
    { key: "text", label: t("paper.text"), onClick: () => void tryTo(text) },
    { key: "picture", label: t("paper.picture"), onClick: () => void tryTo(copy) },
    { key: "save", label: t("paper.save"), onClick: () => void tryTo(async () => save(await picture())) },
  ];
  return (
    <Dropdown menu={{ items }} trigger={["click"]} disabled={projects.length === 0}>
      <button
        type="button"
        className={bare ? `${className} sq` : className}
        disabled={projects.length === 0}
        title={bare ? t("paper.wechat") : t("paper.note")}
        aria-label={bare ? t("paper.wechat") : undefined}
      >
        {bare ? <Icon name="copy" /> : t("paper.wechat")}
      </button>
    </Dropdown>
  );
}
