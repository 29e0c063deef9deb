/** One of our measurements beside a peer's, taken in one run on one machine. */
export interface Figure {
  readonly bench: string;
  readonly figure: string;
  readonly unit: 'ms' | 'MB' | 'articles/s';
  readonly ours: number;
  readonly peer: number;
  readonly peerName: string;
  /** What is needed to interpret it: how many runs, how many bytes. */
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** Prints a figure as one JSON line on stdout; `ratio` is ours / peer, `build` which of two builds is ours. */
export function report({ detail, ...figure }: Figure): void {
  const { ours, peer } = figure;
  const build = process.env['NUTGRAF_BENCH_BUILD'];
  const line = {
    ...figure,
    ...(build !== undefined && { build }),
    ours: rounded(ours),
    peer: rounded(peer),
    ratio: rounded(ours / peer),
    ...detail,
  };
  console.log(JSON.stringify(line));
}

const rounded = (value: number): number => Number(value.toPrecision(4));

/** The value below which `share` (0–1) of the samples lie. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((one, other) => one - other);
  const value = sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  if (value === undefined) throw new Error('There is nothing to take a quantile of.');
  return value;
}

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);

/** How long `work` takes, ms. */
export function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** Work on one item each of which is measured: `name` is the peer's, as it is printed. */
export interface Contender<T> {
  readonly name: string;
  readonly work: (item: T) => unknown;
}

/**
 * Items a second of each contender. They take turns, a small batch each, so that what the machine does besides
 * meets all of them alike; the first batches warm them up and are not counted.
 */
function rates<T>(items: readonly T[], contenders: readonly Contender<T>[]): ReadonlyMap<string, number> {
  const batch = 50;
  const spent = new Map(contenders.map(({ name }) => [name, 0]));
  const run = ({ work }: Contender<T>, from: number): number =>
    timed(() => items.slice(from, from + batch).forEach((item) => work(item)));
  for (let round = 0; round < 4; round += 1)
    for (const contender of contenders) run(contender, round * batch);
  for (let from = 0; from < items.length; from += batch) {
    for (const contender of contenders) {
      spent.set(contender.name, (spent.get(contender.name) ?? 0) + run(contender, from));
    }
  }
  return new Map([...spent].map(([name, ms]) => [name, items.length / (ms / 1000)]));
}

/** Reports the first contender beside each of the others. */
export function reportRates<T>(
  bench: string,
  figure: string,
  items: readonly T[],
  [ours, ...peers]: readonly [Contender<T>, ...Contender<T>[]],
): void {
  const found = rates(items, [ours, ...peers]);
  const rate = (name: string): number => found.get(name) ?? Number.NaN;
  for (const { name } of peers) {
    report({
      bench,
      figure,
      unit: 'articles/s',
      ours: rate(ours.name),
      peer: rate(name),
      peerName: name,
      detail: { articles: items.length },
    });
  }
}
