import { Modal } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { TemplateImportLine, TemplateItem, TemplatePreview, TemplateVersionId } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { Tick } from "../controls/Tick";
import { useSubmit } from "../controls/useSubmit";
import { faultWords, ruleWords } from "../errors";
import { act } from "../query";
import { type Chosen, call } from "../rpc";
import { changeWords, type ItemField } from "./words";

interface Props {
  chosen: Chosen;
  version: TemplateVersionId;
  items: readonly TemplateItem[];
  onClose: () => void;
}

/** What a sheet would change in a draft, line by line, before those that are wanted are taken. */
export function ImportDialog({ chosen, version, items, onClose }: Props) {
  const { t } = useTranslation();
  const [preview, setPreview] = useState<TemplatePreview | null>(null);
  const [taken, setTaken] = useState<ReadonlySet<number>>(new Set());
  const [busy, setBusy] = useState(false);
  const { fault, submit } = useSubmit();
  const source = { file: chosen.file, version };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a file is read once
  useEffect(() => {
    void submit(async () => {
      const found = (await call("template_import_preview", source)).value;
      setPreview(found);
      setTaken(new Set(found.lines.filter(doesSomething).map((line) => line.at)));
    });
  }, [chosen.file, version]);
  const turn = (at: number, on: boolean) => {
    const next = new Set(taken);
    if (on) next.add(at);
    else next.delete(at);
    setTaken(next);
  };
  const take = () => {
    setBusy(true);
    void submit(() => act("template_import", { source, take: [...taken] }), onClose).finally(() => setBusy(false));
  };
  const title = t("template.importTitle", { file: chosen.name });
  const same = preview?.lines.filter((line) => line.verdict === "same").length ?? 0;
  const unread = preview?.heads.filter((head) => head.field === null) ?? [];
  const shown = preview?.lines.filter((line) => line.verdict !== "same") ?? [];
  return (
    <Modal open title={title} onCancel={onClose} footer={null} width={960} centered className="lib-dialog">
      <div className="asks">
        {preview && (
          <>
            <p className="note">
              {t("template.importSame", { count: same })}
              {unread.length > 0 &&
                t("template.importUnread", { heads: unread.map((head) => head.head).join(t("template.and")) })}
            </p>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard */}
            <section className="lib-dialog-body scrolls" tabIndex={0} aria-label={title}>
              {shown.length === 0 ? (
                <p className="i2">{t("template.importNone")}</p>
              ) : (
                <table className="lines lib-diff">
                  <thead>
                    <tr>
                      <th scope="col">{t("template.diff.item")}</th>
                      <th scope="col">{t("template.importWhat")}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {shown.map((line) => (
                      <Line key={line.at} line={line} items={items} taken={taken.has(line.at)} onTake={turn} />
                    ))}
                  </tbody>
                </table>
              )}
            </section>
          </>
        )}
        <Problem text={fault && faultWords(fault)} />
        <div className="row end">
          <button type="button" className="btn" onClick={onClose}>
            {t("act.back")}
          </button>
          <button type="button" className="btn pri" disabled={busy || taken.size === 0} onClick={take}>
            {t("template.importDo", { count: taken.size })}
          </button>
        </div>
      </div>
    </Modal>
  );
}

const doesSomething = (line: TemplateImportLine) => line.verdict === "new" || line.verdict === "changed";

interface LineProps {
  line: TemplateImportLine;
  items: readonly TemplateItem[];
  taken: boolean;
  onTake: (at: number, on: boolean) => void;
}

function Line({ line, items, taken, onTake }: LineProps) {
  const { t } = useTranslation();
  const field = (name: string) => t(`template.field.${name as ItemField}`);
  return (
    <tr>
      <td className="wrap">
        <Tick checked={taken} disabled={!doesSomething(line)} onTick={(on) => onTake(line.at, on)}>
          <span className="i3 t12">{line.code}</span> {line.name}
        </Tick>
      </td>
      <td className="wrap">
        {line.verdict === "new" && <span className="tag">{t("template.fate.added")}</span>}
        {line.changes.map((change) => {
          const { from, to } = changeWords(change, line.changes, line.code, items);
          return (
            <div key={change.field}>
              <span className="i2">{field(change.field)}</span> {from} → {to}
            </div>
          );
        })}
        {line.faults.map((one) => (
          <Problem
            key={`${one.field} ${one.params.text}`}
            text={t("template.importFault", { row: line.row, field: field(one.field), why: ruleWords(one) })}
          />
        ))}
      </td>
    </tr>
  );
}
