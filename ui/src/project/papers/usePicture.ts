/** The address of a kept picture in this page: of a project's documents, or of what a unit sent in a round. */
import { useQuery } from "@tanstack/react-query";
import { call } from "../../rpc";

type PictureOf = "attachment_picture" | "round_file_picture";

export function usePicture(id: string, of: PictureOf = "attachment_picture"): string | null {
  const picture = useQuery({
    // The bytes under an identity never change.
    queryKey: ["picture", of, id],
    queryFn: async () => {
      const { media, base64 } = (await call(of, { id })).value;
      return `data:${media};base64,${base64}`;
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  return picture.data ?? null;
}
