import { Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProjectId, VersionLine } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { useSubmit } from "../controls/useSubmit";
import { faultWords } from "../errors";
import { act, useAsk } from "../query";
import { call } from "../rpc";
import { MoveTable } from "./MoveTable";
import { useTemplateWords } from "./words";
import "./library.css";

interface Props {
  version: VersionLine;
  versions: VersionLine[];
  /** One project's checklist instead of all that were begun. */
  project?: ProjectId;
  onClose: () => void;
}

const PAGE = 50;
const MOST = 200;

/** What another version would change in checklists under way, before those that are wanted are moved to it. */
export function MoveDialog({ version, versions, project, onClose }: Props) {
  const { t } = useTranslation();
  const words = useTemplateWords();
  const [offset, setOffset] = useState(0);
  const [ticked, setTicked] = useState<ReadonlySet<ProjectId>>(new Set(project ? [project] : []));
  const [busy, setBusy] = useState(false);
  const { fault, submit } = useSubmit();
  const projects = project ? [project] : null;
  const asked = useAsk("checklist_difference", { projects, version: version.id, offset, limit: PAGE });
  const name = words.version(version);
  const title = t("template.moveTitle", { version: name });
  const rows = asked.data?.rows ?? [];
  const count = asked.data?.count ?? 0;
  const work = (run: () => Promise<unknown>, then?: () => void) => {
    setBusy(true);
    void submit(run, then).finally(() => setBusy(false));
  };
  const move = () => work(() => act("checklist_move", { projects: [...ticked], version: version.id }), onClose);
  const tickAll = () => work(async () => setTicked(new Set(await everyProject(version))));
  const turn = (ids: ProjectId[], on: boolean) => {
    const next = new Set(ticked);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    setTicked(next);
  };
  return (
    <Modal open title={title} onCancel={onClose} footer={null} width={960} centered className="lib-dialog">
      <div className="asks">
        {!asked.data ? (
          <Problem text={asked.error && faultWords(asked.error.fault)} />
        ) : count === 0 ? (
          <p className="i2">{t("template.moveNone")}</p>
        ) : (
          <>
            {!project && (
              <div className="row">
                <span>{t("template.moveCount", { count })}</span>
                <span className="i3 grow">{t("template.moveLead")}</span>
                <button type="button" className="btn s" disabled={busy} onClick={tickAll}>
                  {t("template.moveAll", { count })}
                </button>
                <button
                  type="button"
                  className="btn s"
                  disabled={ticked.size === 0}
                  onClick={() => setTicked(new Set())}
                >
                  {t("template.moveNothing")}
                </button>
              </div>
            )}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard */}
            <section className="lib-dialog-body scrolls" tabIndex={0} aria-label={title}>
              <MoveTable rows={rows} versions={versions} ticked={project ? null : ticked} onTick={turn} />
            </section>
            {count > PAGE && <Pages offset={offset} count={count} onGo={setOffset} />}
          </>
        )}
        <Problem text={fault && faultWords(fault)} />
        <div className="row end">
          <button type="button" className="btn" onClick={onClose}>
            {t(count === 0 ? "act.close" : "act.back")}
          </button>
          {count > 0 && (
            <button type="button" className="btn pri" disabled={busy || ticked.size === 0} onClick={move}>
              {project ? t("template.moveOne", { version: name }) : t("template.moveDo", { count: ticked.size })}
            </button>
          )}
        </div>
      </div>
    </Modal>
  );
}

/** Every project whose begun checklist follows another version. */
async function everyProject(version: VersionLine): Promise<ProjectId[]> {
  const ids: ProjectId[] = [];
  for (;;) {
    const window = { projects: null, version: version.id, offset: ids.length, limit: MOST };
    const { rows, count } = (await call("checklist_difference", window)).value;
    ids.push(...rows.map((row) => row.project));
    if (rows.length === 0 || ids.length >= count) return ids;
  }
}

function Pages({ offset, count, onGo }: { offset: number; count: number; onGo: (offset: number) => void }) {
  const { t } = useTranslation();
  return (
    <div className="row">
      <span className="note grow">
        {t("template.page", { from: offset + 1, to: Math.min(offset + PAGE, count), count })}
      </span>
      <button type="button" className="btn s" disabled={offset === 0} onClick={() => onGo(offset - PAGE)}>
        {t("template.before")}
      </button>
      <button type="button" className="btn s" disabled={offset + PAGE >= count} onClick={() => onGo(offset + PAGE)}>
        {t("template.after")}
      </button>
    </div>
  );
}
