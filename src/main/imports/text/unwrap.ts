type Group = readonly string[];

/** The widths, in code units, at which mail programs, wires and typewriters break lines. */
const WIDTHS = { least: 50, most: 100 } as const;

/**
 * Joins the lines of each paragraph of a text that was broken at a fixed width, as mail and wire copy is. Any
 * other text stays as it is: joining needs full lines that do not end as sentences, throughout the text.
 */
export function unwrapLines(groups: readonly Group[]): readonly Group[] {
  const width = groups.flat().reduce((most, line) => Math.max(most, line.length), 0);
  if (width < WIDTHS.least || width > WIDTHS.most) return groups;
  const broken = groups.flatMap((group) => group.slice(0, -1));
  const full = broken.filter((line) => isFull(line, width));
  const open = full.filter((line) => !/[.!?:”"»।。]$/u.test(line));
  const isWrapped =
    broken.length >= 4 && full.length >= broken.length * 0.8 && open.length >= full.length * 0.5;
  return isWrapped ? groups.map((group) => join(group, width)) : groups;
}

function isFull(line: string, width: number): boolean {
  return line.length >= width * 0.7;
}

function join(group: Group, width: number): Group {
  const joined: string[] = [];
  group.forEach((line, index) => {
    const before = group[index - 1];
    const last = joined.length - 1;
    if (before === undefined || !isFull(before, width) || /^[-*•#>]/.test(line)) joined.push(line);
    else joined[last] = `${joined[last] ?? ''} ${line}`;
  });
  return joined;
}
