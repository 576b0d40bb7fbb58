/** Bytes as people say them: 812 KB, 3.4 MB. No line ends between a figure and its unit. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes}\u00a0B`;
  const [size, unit] = bytes < 1 << 20 ? [bytes / 1024, "KB"] : [bytes / (1 << 20), "MB"];
  return `${size < 10 ? size.toFixed(1).replace(/\.0$/, "") : Math.round(size)}\u00a0${unit}`;
}
