import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Enterprise, Fault, ProjectFile } from "../bindings/types";
import { EnterpriseInput, useKnown } from "../controls/EnterpriseInput";
import { Problem } from "../controls/Problem";
import { Resting } from "../controls/Resting";
import { useReturn } from "../controls/useReturn";
import { fieldFault, shortWords } from "../errors";
import { toQuery } from "../ledger/search";
import { act, useAsk } from "../query";
import { Refused } from "../rpc";

interface Props {
  file: ProjectFile;
  label: string;
}

/** 项目单位: a known one that is picked, or a name as typed, which is either the right name of this one or another one. */
export function EnterpriseField({ file, label }: Props) {
  const [open, setOpen] = useState(false);
  const { place, back } = useReturn<HTMLButtonElement>(open);
  const close = () => {
    back();
    setOpen(false);
  };
  if (open) return <Editing file={file} label={label} onClose={close} />;
  return (
    <span className="ev-box">
      <Resting place={place} label={label} shown={file.enterprise?.name ?? ""} onOpen={() => setOpen(true)} />
    </span>
  );
}

function Editing({ file, label, onClose }: Props & { onClose: () => void }) {
  const now = file.enterprise;
  const [text, setText] = useState(now?.name ?? "");
  /** The question is shown; by Enter the hands stay here, else they are somewhere else already. */
  const [asks, setAsks] = useState<"enter" | "left" | null>(null);
  const [fault, setFault] = useState<Fault | null>(null);
  const busy = useRef(false);
  const known = useKnown(text, now?.id);
  const box = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    box.current?.querySelector("input")?.select();
  }, []);
  const id = file.project.id;
  const save = async (doing: () => Promise<unknown>) => {
    if (busy.current) return;
    busy.current = true;
    try {
      await doing();
      onClose();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setFault(error.fault);
    } finally {
      busy.current = false;
    }
  };
  const another = (name: string) => save(() => act("project_save", { id, set: {}, enterprise_name: name }));
  const pick = (one: Enterprise) => save(() => act("project_save", { id, set: { enterprise: one.id } }));
  const name = text.trim();
  const done = (how: "enter" | "left") => {
    if (busy.current || asks) return;
    if (name === (now?.name ?? "")) return onClose();
    const same = known.find((one) => one.name === name);
    if (same) return void pick(same);
    if (name === "" || !now) return void another(name);
    setAsks(how);
  };
  if (asks && now) {
    return (
      <Which
        now={now}
        name={name}
        fault={fault}
        here={asks === "enter"}
        onRename={() => void save(() => act("enterprise_save", { id: now.id, set: { name } }))}
        onAnother={() => void another(name)}
        onBack={() => {
          setFault(null);
          setAsks(null);
        }}
      />
    );
  }
  return (
    <span className="ev-edit enterprise-edit" ref={box}>
      <EnterpriseInput
        autoFocus
        label={label}
        value={text}
        except={now?.id}
        bad={fault !== null}
        onType={setText}
        onPick={(one) => void pick(one)}
        onEnter={() => done("enter")}
        onLeave={() => done("left")}
        onEscape={onClose}
      />
      <Words fault={fault} />
    </span>
  );
}

const Words = ({ fault }: { fault: Fault | null }) => (
  <Problem text={fault && (fieldFault(fault, "name") ?? fieldFault(fault, "enterprise") ?? shortWords(fault))} />
);

interface WhichProps {
  now: Enterprise;
  name: string;
  fault: Fault | null;
  /** It follows what was typed: the first answer is in turn. */
  here: boolean;
  onRename: () => void;
  onAnother: () => void;
  onBack: () => void;
}

/** Whether the typed name is the right one of the same enterprise, for all its projects, or another enterprise's. */
function Which({ now, name, fault, here, onRename, onAnother, onBack }: WhichProps) {
  const { t } = useTranslation();
  const query = toQuery({ filters: [{ column: "enterprise", op: "any_of", values: [now.name] }] }, 0, 1);
  const of = useAsk("project_list", query);
  const count = of.isPlaceholderData ? undefined : of.data?.sums?.count;
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (here) first.current?.focus();
  }, [here]);
  const press = (e: KeyboardEvent) => {
    if (e.key !== "Escape") return;
    e.stopPropagation();
    onBack();
  };
  return (
    <div className="enterprise-which" role="group" aria-label={t("enterprise.which")} onKeyDown={press}>
      <p>
        <span className="i3">{now.name}</span> → <b>{name}</b>
      </p>
      <div>
        <button type="button" className="btn s" ref={first} onClick={onRename}>
          {t("enterprise.rename")}
        </button>
        <span className="note">
          {t("enterprise.renameNote")}
          {count !== undefined && count > 1 && t("enterprise.renameAll", { count })}
        </span>
      </div>
      <div>
        <button type="button" className="btn s" onClick={onAnother}>
          {t("enterprise.another")}
        </button>
        <span className="note">{t("enterprise.anotherNote")}</span>
      </div>
      <button type="button" className="link t12" onClick={onBack}>
        {t("enterprise.back")}
      </button>
      <Words fault={fault} />
    </div>
  );
}
