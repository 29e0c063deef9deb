import { cpSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { matchExpression } from '../src/main/store/articles/search';
import { databaseFile } from '../src/main/store/opening/database';
import type { WindowBridge } from '#shared/contract';
import { searchTerms } from '#shared/domain/searchQuery';
import { quantile, report, timed } from './figures';
import { launchApp } from './launch';
import { libraryOf } from './library/library';
import { type Kind, listings } from './library/listings';
import { withFolder } from './workspace';

const articles = 100_000;
const warmUp = 5;
/** Rows of a page of the list. */
const rows = 60;

declare global {
  interface Window {
    readonly nutgraf: WindowBridge;
  }
}

/**
 * What SQLite alone takes for the same question: how many answer, and a page of numbers, the best by FTS5's own rank,
 * or the newest where nothing is looked for.
 */
function bareSqlite(file: string) {
  const db = new Database(file, { readonly: true });
  const searched = [
    db.prepare<[string]>('SELECT count(*) FROM search WHERE search MATCH ?'),
    db.prepare<[string]>(`SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank LIMIT ${rows}`),
  ];
  const listed = [
    db.prepare<[]>('SELECT count(*) FROM articles WHERE trashed_at IS NULL'),
    db.prepare<[]>(
      `SELECT number FROM articles WHERE trashed_at IS NULL ORDER BY updated_at DESC, id DESC LIMIT ${rows}`,
    ),
  ];
  return {
    ask: (query: string): void => {
      const match = matchExpression(searchTerms(query));
      if (match === null) listed.forEach((one) => one.all());
      else searched.forEach((one) => one.all(match));
    },
    close: () => db.close(),
  };
}

/** What a call took, ms: from the page that makes it to its answer, and of main's processor. */
interface Taken {
  readonly wall: number;
  readonly cpu: number;
}

/** How long a call takes in the window. */
async function taken(app: ElectronApplication, call: (page: Page) => Promise<number>): Promise<Taken> {
  const spent = (): Promise<number> =>
    app.evaluate(() => {
      const { user, system } = process.cpuUsage();
      return (user + system) / 1000;
    });
  const page = await app.firstWindow();
  const before = await spent();
  const wall = await call(page);
  return { wall, cpu: (await spent()) - before };
}

const listed = (page: Page, { view, query }: Kind['asked'][number]): Promise<number> =>
  page.evaluate(
    async ([shown, typed, limit]) => {
      const start = performance.now();
      const answer = await window.nutgraf.articles.list({ view: shown, query: typed, limit });
      if (!answer.ok) throw new Error(answer.failure.message);
      return performance.now() - start;
    },
    [view, query, rows] as const,
  );

const counted = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const start = performance.now();
    const answer = await window.nutgraf.articles.counts();
    if (!answer.ok) throw new Error(answer.failure.message);
    return performance.now() - start;
  });

/** An earlier build calls its bridge by another name. */
const nameBridge = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const named: { nutgraf?: unknown; readonly desk?: unknown } = window;
    named.nutgraf ??= named.desk;
  });

function tell(figure: string, ours: readonly Taken[], peer: readonly number[]): void {
  for (const [name, share] of [
    ['p50', 0.5],
    ['p95', 0.95],
  ] as const) {
    report({
      bench: 'search',
      figure: `${figure}, ${name}`,
      unit: 'ms',
      ours: quantile(
        ours.map(({ wall }) => wall),
        share,
      ),
      peer: quantile(peer, share),
      peerName: 'bare SQLite, no window between',
      detail: {
        articles,
        asked: ours.length,
        mainCpu: Math.round(
          quantile(
            ours.map(({ cpu }) => cpu),
            share,
          ),
        ),
      },
    });
  }
}

/** Asks each in turn, the window first at one time and SQLite at the next. */
async function measure(
  app: ElectronApplication,
  bare: ReturnType<typeof bareSqlite>,
  name: string,
  asked: readonly { readonly query: string; readonly call: (page: Page) => Promise<number> }[],
): Promise<void> {
  const [ours, peer]: [Taken[], number[]] = [[], []];
  for (const [place, { query, call }] of asked.entries()) {
    const alone = (): number => peer.push(timed(() => bare.ask(query)));
    if (place % 2 === 1) alone();
    ours.push(await taken(app, call));
    if (place % 2 === 0) alone();
  }
  tell(name, ours, peer);
}

await withFolder(async (folder) => {
  const store = path.join(folder, 'store');
  cpSync(libraryOf(articles), store, { recursive: true });
  const app = await launchApp({ store });
  const bare = bareSqlite(databaseFile(store));
  try {
    const page = await app.firstWindow();
    await page.getByRole('option').first().waitFor();
    await nameBridge(page);
    // The first questions of all find code that was never run; they ask for other words.
    for (const { asked } of listings(warmUp)) for (const one of asked) await listed(page, one);
    for (const { name, asked } of listings(40)) {
      const calls = asked.map((one) => ({ query: one.query, call: (page: Page) => listed(page, one) }));
      await measure(app, bare, name, calls);
    }
    const counts = Array.from({ length: 40 }, () => ({ query: '', call: counted }));
    await measure(app, bare, 'the counts of the rail', counts);
  } finally {
    bare.close();
    await app.close();
  }
});
