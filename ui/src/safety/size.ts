/** Bytes as MB with one decimal; what is smaller than a tenth still weighs something. */
export function megabytes(bytes: number): string {
  return Math.max(0.1, bytes / 1_000_000).toFixed(1);
}
