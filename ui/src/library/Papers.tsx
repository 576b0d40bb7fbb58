import { type ClipboardEvent, type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Material } from "../bindings/types";
import { Editable } from "../controls/Editable";
import { Problem } from "../controls/Problem";
import { Tick } from "../controls/Tick";
import { useSubmit } from "../controls/useSubmit";
import { fieldFault, shortWords } from "../errors";
import { Remove } from "../settings/Registry";
import { papersOf, papersText } from "./fields";
import { PaperList } from "./PaperList";
import type { Part } from "./rows";
import { useLatest } from "./useLatest";

/** The papers the applicant hands in: what was cut, and what may come after acceptance. */
export function Papers({ part }: { part: Part }) {
  const { t } = useTranslation();
  const { line, save } = part;
  const papers = papersOf(line.row.materials);
  if (!save) return <PaperList papers={papers} />;
  return (
    <>
      {papers.length === 0 && <p className="note">{t("template.noPapers")}</p>}
      <PaperEdit papers={papers} save={(to) => save({ materials: papersText(to) })} />
    </>
  );
}

interface EditProps {
  papers: Material[];
  save: (papers: Material[]) => Promise<unknown>;
}

function PaperEdit({ papers: stored, save }: EditProps) {
  const { t } = useTranslation();
  const { fault, submit } = useSubmit();
  const { shown: papers, change } = useLatest(stored, save);
  const put = (at: number, set: Partial<Material>) =>
    change((now) => now.map((paper, n) => (n === at ? { ...paper, ...set } : paper)));
  const remove = (at: number) => change((now) => now.filter((_, n) => n !== at));
  return (
    <>
      <ol className="lib-papers">
        {papers.map((paper, n) => (
          <li key={`${n} ${paper.name}`}>
            <Editable
              label={t("template.paper", { n: n + 1 })}
              field="materials"
              shown={paper.cut ? <s>{paper.name}</s> : paper.name}
              text={paper.name}
              save={(name) => (name.trim() === "" ? remove(n) : put(n, { name: name.trim() }))}
            />
            <Tick
              checked={paper.cut}
              label={t("template.cutOf", { name: paper.name })}
              onTick={(cut) => void submit(() => put(n, { cut }))}
            >
              {t("template.cut")}
            </Tick>
            <Tick
              checked={paper.may_lack}
              label={t("template.lackOf", { name: paper.name })}
              onTick={(may_lack) => void submit(() => put(n, { may_lack }))}
            >
              {t("template.lack")}
            </Tick>
            <Remove name={paper.name} onRemove={() => void submit(() => remove(n))} />
          </li>
        ))}
      </ol>
      <Problem text={fault && (fieldFault(fault, "materials") ?? shortWords(fault))} />
      <NewPaper add={(more) => change((now) => [...now, ...more])} />
    </>
  );
}

/** One more paper, or several pasted as lines. */
function NewPaper({ add }: { add: (papers: Material[]) => Promise<unknown> }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const { fault, submit } = useSubmit();
  const put = (lines: string) => {
    const more = papersOf(lines);
    if (more.length === 0) return;
    setText("");
    void submit(async () => {
      try {
        await add(more);
      } catch (error) {
        // What was refused is typed again, unless the next is being typed by now.
        setText((now) => (now === "" ? (papersText(more) ?? "") : now));
        throw error;
      }
    });
  };
  const submitted = (e: FormEvent) => {
    e.preventDefault();
    put(text);
  };
  const pasted = (e: ClipboardEvent) => {
    const lines = e.clipboardData.getData("text/plain");
    if (!lines.trim().includes("\n")) return;
    e.preventDefault();
    put(lines);
  };
  return (
    <form className="lib-paper-new" onSubmit={submitted}>
      <input
        className="field"
        value={text}
        placeholder={t("template.paperExample")}
        aria-label={t("template.paperNew")}
        onChange={(e) => setText(e.target.value)}
        onPaste={pasted}
      />
      <button type="submit" className="btn" disabled={text.trim() === ""}>
        {t("act.add")}
      </button>
      <Problem text={fault && (fieldFault(fault, "materials") ?? shortWords(fault))} />
    </form>
  );
}
