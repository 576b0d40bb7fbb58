import { useQueries } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { RegionChoice } from "../bindings/types";
import { Problem } from "../controls/Problem";
import { RegionPicker } from "../controls/RegionPicker";
import { useSubmit } from "../controls/useSubmit";
import { useDesk } from "../desk";
import { faultWords, fieldFault } from "../errors";
import { act, asking, useAsk } from "../query";
import { Sheet } from "./Registry";

interface Own extends RegionChoice {
  parent: string;
  parentName: string;
}

/** Codes of the national list have six digits; all others are the office's own. */
const isOwn = (region: RegionChoice) => !/^\d{6}$/.test(region.code);

/** The zones of a region and of the regions right inside it. */
function useOwn(within: string | null): { list: Own[]; asked: boolean } {
  const top = useAsk("region_search", { text: within ?? "", parent: null }, within !== null);
  const inside = useAsk("region_search", { text: "", parent: within });
  const places = (inside.data ?? []).filter((region) => !isOwn(region));
  const below = useQueries({ queries: places.map(({ code }) => asking("region_search", { text: "", parent: code })) });
  const here = within === null ? "" : (top.data?.find((region) => region.code === within)?.full_name ?? within);
  const own = (found: RegionChoice[] | undefined, parent: string, parentName: string): Own[] =>
    (found ?? []).filter(isOwn).map((region) => ({ ...region, parent, parentName }));
  return {
    list: [
      ...own(inside.data, within ?? "", here),
      ...places.flatMap((place, n) => own(below[n]?.data, place.code, place.full_name)),
    ],
    asked: inside.isSuccess && below.every((one) => one.isSuccess),
  };
}

/** 功能区: zones no national list has, each inside a region that it has. */
export function Regions() {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const [within, setWithin] = useState(desk.office?.region ?? null);
  const [name, setName] = useState<string | null>(null);
  const home = useAsk("region_search", { text: within ?? "", parent: null }, within !== null && name === null);
  const shown = name ?? home.data?.find((region) => region.code === within)?.full_name ?? null;
  const { list, asked } = useOwn(within);
  return (
    <Sheet
      title={t("settings.tab.regions")}
      note={t("registry.regionsNote")}
      empty={asked && list.length === 0 ? { title: t("registry.regionsNone"), lead: t("registry.regionsLead") } : null}
      add={
        <NewRegion
          parent={within}
          parentName={shown}
          onParent={(code, picked) => {
            setWithin(code);
            setName(picked);
          }}
        />
      }
    >
      <table className="lines">
        <thead>
          <tr>
            <th scope="col">{t("registry.regionName")}</th>
            <th scope="col" style={{ width: "22%" }}>
              {t("registry.regionCode")}
            </th>
            <th scope="col">{t("registry.regionParent")}</th>
          </tr>
        </thead>
        <tbody>
          {list.map((region) => (
            <tr key={region.code}>
              <td className="b">{region.name}</td>
              <td className="i2">{region.code}</td>
              <td>{region.parentName}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}

interface NewProps {
  parent: string | null;
  parentName: string | null;
  onParent: (code: string | null, name: string | null) => void;
}

function NewRegion({ parent, parentName, onParent }: NewProps) {
  const { t } = useTranslation();
  const { desk } = useDesk();
  const [name, setName] = useState("");
  const [code, setCode] = useState("");
  const { fault, submit: add } = useSubmit();
  const submit = (e: FormEvent) => {
    e.preventDefault();
    // Without a code the core counts on from its region's.
    const set = { name, parent: parent ?? "", ...(code.trim() === "" ? {} : { code }) };
    void add(
      () => act("region_save", { id: null, set }),
      () => {
        setName("");
        setCode("");
      },
    );
  };
  const said = fault && (fieldFault(fault, "name") ?? fieldFault(fault, "parent") ?? fieldFault(fault, "code"));
  return (
    <form className="addline" onSubmit={submit}>
      <span className="in">
        <RegionPicker
          label={t("registry.regionParent")}
          value={parent}
          name={parentName}
          parent={desk.office?.region ?? null}
          onPick={onParent}
        />
      </span>
      <input
        className={fieldFault(fault, "name") ? "field bad" : "field"}
        value={name}
        placeholder={t("registry.regionExample")}
        aria-label={t("registry.newRegion")}
        onChange={(e) => setName(e.target.value)}
      />
      <input
        className="field short"
        value={code}
        placeholder={t("registry.codeExample")}
        aria-label={t("registry.newCode")}
        onChange={(e) => setCode(e.target.value)}
      />
      <button type="submit" className="btn">
        {t("act.add")}
      </button>
      <Problem text={fault && (said ?? faultWords(fault))} />
    </form>
  );
}
