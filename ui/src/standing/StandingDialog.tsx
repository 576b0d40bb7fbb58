import { Modal } from "antd";
import { useTranslation } from "react-i18next";
import type { ProjectId } from "../bindings/types";
import { useGiveBack } from "../controls/useGiveBack";
import { Broken } from "../frame/Broken";
import { useAsk } from "../query";
import { StandingForm } from "./StandingForm";
import { StandingHistory, StandingNow } from "./StandingHistory";
import "./standing.css";

/** 状态变更: what a project's standing is, what may happen to it next, and what happened so far. */
export function StandingDialog({ project, onClose }: { project: ProjectId; onClose: () => void }) {
  const { t } = useTranslation();
  useGiveBack();
  const file = useAsk("standing_get", { id: project });
  return (
    <Modal open title={t("standing.title")} onCancel={onClose} footer={null} width={760}>
      {file.isError && <Broken fault={file.error.fault} retry={() => void file.refetch()} />}
      {file.data && (
        <div className="standing">
          <StandingNow file={file.data} onLeave={onClose} />
          <StandingForm key={file.data.history.length} file={file.data} />
          <StandingHistory file={file.data} onLeave={onClose} />
        </div>
      )}
    </Modal>
  );
}
