/** The address of an attached picture in this page. */
import { useQuery } from "@tanstack/react-query";
import type { AttachmentId } from "../../bindings/types";
import { call } from "../../rpc";

export function usePicture(id: AttachmentId): string | null {
  const picture = useQuery({
    // The bytes under an identity never change.
    queryKey: ["picture", id],
    queryFn: async () => {
      const { media, base64 } = (await call("attachment_picture", { id })).value;
      return `data:${media};base64,${base64}`;
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  return picture.data ?? null;
}
