import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Count } from "../bindings/types";
import { useDesk } from "../desk";
import { wordDay } from "../lib/day";
import { copyText } from "../paper/clipboard";
import { Sheets } from "../paper/Sheets";
import { useAsk } from "../query";
import { Sentence } from "./Sentence";
import { asOf, type BoardSearch, type Question } from "./scope";
import { type Piece, plain } from "./sentence";
import type { Line } from "./useAnswers";
import { LONGEST } from "./voice";

interface Props {
  n: number;
  line: Line;
  search: BoardSearch;
  on: boolean;
  onRows: (count: Count) => void;
  onOpen: () => void;
  onChange: (to: BoardSearch) => void;
}

/** Questions that are answered by what somebody types in behind them. */
const TYPED: readonly Question[] = ["statistics", "places", "tasks", "gaps", "ratings"];

/** One question as it is spoken, and its answer. */
export function QuestionLine({ n, line, search, on, onRows, onOpen, onChange }: Props) {
  const { t } = useTranslation();
  const { lang, desk } = useDesk();
  const [copied, setCopied] = useState(false);
  const { q, answer, more } = line;
  const fills = answer?.none === true && TYPED.includes(q);
  const question = t(`board.q.${q}`);
  const day = answer ? wordDay(answer.as_of, lang) : "";
  // What is sent from the sample says that it is the sample's.
  const basis = answer && desk.sample ? t("board.sampleBasis", { basis: answer.basis }) : (answer?.basis ?? "");
  const sent = (pieces: readonly Piece[]) => t("board.copyWith", { text: plain(pieces), day, basis });
  const whole = sent([...(answer?.pieces ?? []), ...more]);
  const cut = more.length > 0 && whole.length > LONGEST[lang];
  const copy = async () => {
    await copyText(cut ? sent(answer?.pieces ?? []) : whole);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <li className={on ? "on" : undefined} data-q={q}>
      <span className="no">{n}</span>
      <h2>{question}</h2>
      <div className="said">
        {q === "why" && <PickProject search={search} onChange={onChange} />}
        {q === "leader" && <PickLeader search={search} onChange={onChange} />}
        {q === "sheet" && <Paper search={search} />}
        {answer && (
          <div className={answer.none ? "none" : undefined}>
            <Sentence pieces={answer.pieces} onRows={onRows} />
            {more.length > 0 && <Sentence pieces={more} onRows={onRows} />}
          </div>
        )}
        {answer && <p className="note">{t("board.source", { day, basis })}</p>}
        {!answer && q === "why" && <p className="note">{t("board.askWhy")}</p>}
        {!answer && q === "leader" && <p className="note">{t("board.askLeader")}</p>}
      </div>
      <div className="does" hidden={q === "sheet"}>
        {!answer?.none && (
          <button
            type="button"
            className="btn s"
            disabled={!answer}
            title={cut ? t("board.shortCopy") : undefined}
            aria-label={t("board.copyOf", { question })}
            onClick={() => void copy()}
          >
            {copied ? t("board.copied") : t("board.copy")}
          </button>
        )}
        <button
          type="button"
          className={`btn s${fills ? "" : " flat"}${on ? " on" : ""}`}
          aria-pressed={on}
          aria-label={t(fills ? "board.fillOf" : "board.openOf", { question })}
          onClick={onOpen}
        >
          {t(fills ? "board.fill" : "board.open")}
        </button>
      </div>
    </li>
  );
}

/** A sheet of the project of question 7 and of the leader of question 8. */
function Paper({ search }: Pick<Props, "search">) {
  const { t } = useTranslation();
  const { desk, lang } = useDesk();
  const named = useAsk("board_project", { id: search.project ?? "" }, search.project !== undefined);
  const project = search.project !== undefined && named.data ? named.data : undefined;
  const notes = [
    ...(project ? [] : [t("board.sheet.needProject")]),
    ...(search.of ? [] : [t("board.sheet.needLeader")]),
    t("board.sheet.lead"),
  ];
  return (
    <>
      <Sheets project={project} leader={search.of} as_of={asOf(search, desk.today)} />
      <p className="note">{notes.join(lang === "zh" ? "" : " ")}</p>
    </>
  );
}

/** A project by any part of its name. */
export function PickProject({ search, onChange }: Pick<Props, "search" | "onChange">) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const asked = useDeferredValue(text.trim());
  const found = useAsk("project_list", {
    text: asked.length >= 2 ? asked : null,
    filters: [],
    sort: [],
    group: null,
    offset: 0,
    limit: 20,
    with_sums: false,
    with_groups: false,
  });
  const named = useAsk("board_project", { id: search.project ?? "" }, search.project !== undefined);
  const options = (found.data?.rows ?? []).map((row) => ({ value: row.id, label: row.name }));
  if (search.project && !options.some((o) => o.value === search.project)) {
    options.unshift({ value: search.project, label: named.data?.name ?? t("board.unknown") });
  }
  return (
    <Select
      aria-label={t("board.pickProject")}
      placeholder={t("board.pickProject")}
      showSearch={{ searchValue: text, onSearch: setText, filterOption: false }}
      allowClear
      value={search.project ?? null}
      options={options}
      popupMatchSelectWidth={false}
      style={{ width: 320, maxWidth: "100%" }}
      onChange={(project: string | undefined) => {
        setText("");
        onChange({ ...search, project });
      }}
    />
  );
}

function PickLeader({ search, onChange }: Pick<Props, "search" | "onChange">) {
  const { t } = useTranslation();
  const leaders = useAsk("board_choices", {}).data?.leaders ?? [];
  return (
    <Select
      aria-label={t("board.pickLeader")}
      placeholder={t("board.pickLeader")}
      showSearch={{ optionFilterProp: "label" }}
      allowClear
      value={search.of ?? null}
      options={leaders.map((l) => ({ value: l.name, label: l.title ? `${l.name} ${l.title}` : l.name }))}
      popupMatchSelectWidth={false}
      style={{ width: 320, maxWidth: "100%" }}
      onChange={(of: string | undefined) => onChange({ ...search, of })}
    />
  );
}
