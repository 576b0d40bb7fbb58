import { Dropdown } from "antd";
import { useTranslation } from "react-i18next";
import type { FigureRows, ProjectId } from "../bindings/types";
import { useFigureName } from "../board/figureName";
import { useDesk } from "../desk";
import { Icon } from "../frame/icons";
import { act, tryTo } from "../query";
import { call, inWindow, pickSave } from "../rpc";
import { copyPicture, copyText } from "./clipboard";
import { draw } from "./picture";
import { tell } from "./said";
import { type About, shareHead, shareRows, shareText } from "./share";

interface Props {
  /** In the order they are shown; asked for when they are wanted, or the rows of a figure. */
  of: (() => Promise<ProjectId[]>) | FigureRows;
  disabled?: boolean;
  className?: string;
  /** Only its icon, where words have no room. */
  bare?: boolean;
}

/** 复制到微信: a short text, or a picture of the rows with phones masked and a watermark. */
export function CopyToWechat({ of, disabled = false, className = "btn s flat", bare = false }: Props) {
  const { t } = useTranslation();
  const { desk, lang } = useDesk();
  const figure = typeof of === "function" ? null : of;
  const name = useFigureName(figure);
  const sample = desk.sample !== null;
  const about: About = { ...name, sample };
  const sent = async () => {
    const asked = typeof of === "function" ? { projects: await of(), figure: null } : { projects: [], figure: of };
    return (await call("wechat_lines", asked)).value;
  };
  const picture = async () => {
    const found = await sent();
    const { heads, rows } = shareRows(found.lines);
    const office = desk.office?.name ?? "";
    const mark = t("paper.watermark", { office, day: found.as_of });
    return draw({
      ...shareHead(found, about, lang),
      heads,
      rows,
      widths: [19, 8, 12, 8, 16, 16, 9, 19],
      watermark: sample ? `${mark} ${t("sample.mark")}` : mark,
      foot: `${office}  ${t("paper.internal")}`,
    });
  };
  const text = async () => {
    await copyText(shareText(await sent(), about, lang));
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
    <Dropdown menu={{ items }} trigger={["click"]} disabled={disabled}>
      <button
        type="button"
        className={bare ? `${className} sq` : className}
        disabled={disabled}
        title={bare ? t("paper.wechat") : t("paper.note")}
        aria-label={bare ? t("paper.wechat") : undefined}
      >
        {bare ? <Icon name="copy" /> : t("paper.wechat")}
      </button>
    </Dropdown>
  );
}
