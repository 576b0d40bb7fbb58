import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Packaged, TableCount } from "../bindings/types";
import { moment } from "../lib/day";
import { act, tryTo } from "../query";
import { downloadUrl, inWindow } from "../rpc";
import { Lines } from "./Lines";
import { megabytes } from "./size";
import { useTableName } from "./useTableName";

interface Props {
  done: Packaged;
  name: string;
  onClose: () => void;
}

/** 校验单: what went into the package, to be printed and held against the other computer. */
export function CheckSheet({ done, name, onClose }: Props) {
  const { t } = useTranslation();
  const nameOf = useTableName();
  // A package beside the desk is no help when the disk fails: only the person knows when it has left.
  const [carried, setCarried] = useState(false);
  const carry = async () => {
    await act("package_carried_off", {});
    setCarried(true);
  };
  const lines: [string, string][] = [
    [t("safety.sheet.office"), done.office],
    [t("safety.sheet.made"), moment(done.ms)],
    [t("safety.sheet.files"), inWindow ? done.files.map(last).join(", ") : name],
    [
      t("safety.sheet.total"),
      `${megabytes(done.size)} MB, ${t(done.encrypted ? "safety.sheet.encrypted" : "safety.sheet.plain")}`,
    ],
    [t("safety.sheet.code"), done.sha256],
    [t("safety.sheet.attachments"), String(done.attachments)],
    ...done.counts.map((c): [string, string] => [nameOf(c), String(c.count)]),
  ];
  const text = lines.map(([what, value]) => `${what}\t${value}`).join("\n");
  return (
    <div className="asks checksheet">
      <h2 className="only-print">{t("safety.sheet.title")}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard */}
      <section className="checklines" aria-label={t("safety.sheet.title")} tabIndex={0}>
        <Lines lines={lines} />
      </section>
      <p className="only-print signs">{t("safety.sheet.signs")}</p>
      {!done.off && (
        <p className="row no-print" role="status">
          {carried ? t("safety.sheet.carried") : t("safety.sheet.carry")}
          {!carried && (
            <button type="button" className="btn s" onClick={() => void tryTo(carry)}>
              {t("safety.sheet.carryYes")}
            </button>
          )}
        </p>
      )}
      <div className="row end no-print">
        {!inWindow && done.files[0] !== undefined && (
          <a className="btn pri" href={downloadUrl(done.files[0])} download={name}>
            {t("safety.sheet.download")}
          </a>
        )}
        <button type="button" className="btn" onClick={() => void navigator.clipboard.writeText(text)}>
          {t("safety.sheet.copy")}
        </button>
        <button type="button" className="btn" onClick={() => window.print()}>
          {t("safety.sheet.print")}
        </button>
        <button type="button" className="btn" onClick={onClose}>
          {t("safety.sheet.done")}
        </button>
      </div>
    </div>
  );
}

const last = (path: string) => path.split(/[\\/]/).pop() ?? path;

/** Counts of two sides, in the order of the first, then what only the second has. */
export function sideBySide(there: TableCount[], here: TableCount[]): { table: string; there: number; here: number }[] {
  const count = (side: TableCount[], table: string) => side.find((c) => c.table === table)?.count ?? 0;
  const tables = [...new Set([...there, ...here].map((c) => c.table))];
  return tables.map((table) => ({ table, there: count(there, table), here: count(here, table) }));
}
