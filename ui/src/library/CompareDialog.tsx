import { Modal } from "antd";
import { useTranslation } from "react-i18next";
import type { VersionLine } from "../bindings/types";
import { DifferenceTable } from "./DifferenceTable";
import { useTemplateWords } from "./words";

interface Props {
  version: VersionLine;
  /** The version before it. */
  before: VersionLine;
  onClose: () => void;
}

/** What a version changed. */
export function CompareDialog({ version, before, onClose }: Props) {
  const { t } = useTranslation();
  const words = useTemplateWords();
  const title = t("template.differenceOf", { from: words.version(before), to: words.version(version) });
  return (
    <Modal open title={title} onCancel={onClose} footer={null} width={880} centered className="lib-dialog">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard */}
      <section className="lib-dialog-body scrolls" tabIndex={0} aria-label={title}>
        <DifferenceTable from={before.id} to={version.id} />
      </section>
    </Modal>
  );
}
