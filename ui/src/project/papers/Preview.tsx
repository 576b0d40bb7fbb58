import { Modal } from "antd";
import { useTranslation } from "react-i18next";
import type { AttachmentId, OnFile } from "../../bindings/types";
import { Icon } from "../../frame/icons";
import { usePicture } from "./usePicture";

interface Props {
  list: OnFile[];
  at: AttachmentId;
  onSee: (id: AttachmentId | null) => void;
}

/** A picture as large as the window allows; arrows lead to the next one. */
export function Preview({ list, at, onSee }: Props) {
  const { t } = useTranslation();
  const n = list.findIndex((one) => one.attachment.id === at);
  const shown = list[n]?.attachment;
  const go = (by: number) => {
    const next = list[n + by];
    if (next) onSee(next.attachment.id);
  };
  return (
    <Modal
      open
      title={shown?.name}
      footer={null}
      width="min(1200px, 92vw)"
      onCancel={() => onSee(null)}
      className="seeing"
    >
      <div
        className="see"
        role="group"
        aria-label={shown?.name}
        onKeyDown={(e) => {
          if (e.key === "ArrowLeft") go(-1);
          if (e.key === "ArrowRight") go(1);
        }}
      >
        <button
          type="button"
          className="btn flat sq"
          disabled={n <= 0}
          aria-label={t("papers.before")}
          onClick={() => go(-1)}
        >
          <Icon name="left" />
        </button>
        <Large id={at} name={shown?.name ?? ""} />
        <button
          type="button"
          className="btn flat sq"
          disabled={n + 1 >= list.length}
          aria-label={t("papers.after")}
          onClick={() => go(1)}
        >
          <Icon name="right" />
        </button>
      </div>
    </Modal>
  );
}

function Large({ id, name }: { id: AttachmentId; name: string }) {
  const url = usePicture(id);
  return url ? <img src={url} alt={name} /> : <span className="bone" />;
}
