import { useDesk } from "../desk";
import { useAsk } from "../query";

/** Names of element categories in the shown language; they are kept under their Chinese name. */
export function useElementName(): (category: string | null) => string {
  const { lang } = useDesk();
  const elements = useAsk("element_list", {}, lang === "en");
  return (category) => {
    if (category === null) return "";
    const found = lang === "en" ? elements.data?.find((e) => e.category === category) : undefined;
    return found?.category_en ?? category;
  };
}
