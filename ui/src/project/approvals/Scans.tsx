import { useTranslation } from "react-i18next";
import type { Listed, ProjectId } from "../../bindings/types";
import { Problem } from "../../controls/Problem";
import { useDesk } from "../../desk";
import { faultWords } from "../../errors";
import { Icon } from "../../frame/icons";
import { act, tryTo, useAsk } from "../../query";
import { openCopy, pickFiles } from "../../rpc";
import { Twice } from "../papers/Twice";
import { useAttach } from "../papers/useAttach";
import { nameOf } from "./PathHead";

interface Props {
  item: Listed;
  project: ProjectId;
}

/** 扫描件: the certificate as a file, beside its number and days; it stands among the project's papers as well. */
export function Scans({ item, project }: Props) {
  const { t } = useTranslation();
  const { lang } = useDesk();
  const papers = useAsk("attachment_list", { id: project });
  const { busy, fault, told, attach } = useAttach(project, { item: item.code });
  const own = (papers.data?.list ?? []).filter((one) => one.item?.code === item.code);
  const name = nameOf(item, lang);
  return (
    <div>
      <dt>{t("ways.scan.title")}</dt>
      <dd>
        {own.length > 0 && (
          <ul className="scans">
            {own.map(({ attachment: { id, name: file }, here }) => (
              <li key={id}>
                {here ? (
                  <button
                    type="button"
                    className="link"
                    title={file}
                    aria-label={t("papers.openOne", { name: file })}
                    onClick={() => void tryTo(() => openCopy(id, file))}
                  >
                    <span className="cut">{file}</span>
                  </button>
                ) : (
                  <span className="cut i3" title={t("papers.away")}>
                    {file}
                  </span>
                )}
                <button
                  type="button"
                  className="btn flat s sq"
                  aria-label={t("papers.remove", { name: file })}
                  onClick={() => void tryTo(() => act("attachment_remove", { id }))}
                >
                  <Icon name="x" size={12} />
                </button>
              </li>
            ))}
          </ul>
        )}
        <button
          type="button"
          className="link"
          disabled={busy}
          title={t("ways.scan.of", { item: name })}
          onClick={() => void attach(() => pickFiles(t("ways.scan.pick"), []))}
        >
          {busy ? t("papers.busy") : t("ways.scan.add")}
        </button>
        <Twice told={told} />
        <Problem text={fault && faultWords(fault)} />
      </dd>
    </div>
  );
}
