/** Which views fit into the top bar as tabs. */

/** How many tabs stand in `room` beside each other; where not all do, some of it goes to what opens the rest. */
export function tabsThatFit(widths: readonly number[], gap: number, room: number, more: number): number {
  const upTo = (space: number) => {
    let used = 0;
    const over = widths.findIndex((width) => {
      used += width + gap;
      return used > space;
    });
    return over < 0 ? widths.length : over;
  };
  const all = upTo(room);
  return all === widths.length ? all : Math.max(1, upTo(room - more - gap));
}

/** How wide the tab of a view is when it is in front; its count may grow to that of the whole desk. */
export function tabWidths(names: readonly string[], most: number, widest: number): number[] {
  const pen = document.createElement("canvas").getContext("2d");
  if (!pen) return names.map(() => widest);
  const { fontFamily } = getComputedStyle(document.body);
  pen.font = `12px ${fontFamily}`;
  const count = pen.measureText(most.toLocaleString("en")).width;
  pen.font = `600 13px ${fontFamily}`;
  return names.map((name) => Math.ceil(Math.min(widest, pen.measureText(name).width + 4 + count)));
}
