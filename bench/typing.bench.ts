import path from 'node:path';
import type { DocumentJson } from '#shared/domain/documentJson';
import type { CDPSession, ElectronApplication, Page } from '@playwright/test';
import { buildBareApp } from './bareWindow/build';
import { makeArticle } from './corpus';
import { quantile, report } from './figures';
import { launchApp } from './launch';
import { fillStore, withFolder, withStore } from './workspace';

const lengths = [800, 10_000, 50_000] as const;
const rounds = 2;
const keys = 40;
const warmUp = 10;
/** ms between two keys: somebody who types fast. */
const pace = 100;
const size = { width: 1280, height: 800 };

declare global {
  interface Window {
    /** From each key to its painted frame, ms. */
    paints: number[];
  }
}

/** An editor in a window of its own: how it is started, and how it comes to show an article. */
interface Editor {
  readonly started: Parameters<typeof launchApp>[0];
  readonly open: (page: Page, article: Article) => Promise<void>;
}

interface Article {
  readonly headline: string;
  readonly body: DocumentJson;
}

/** What the keys of one editor in one length cost, ms. */
interface Cost {
  /** From each key to the frame that shows its letter. */
  readonly paints: number[];
  /** The main thread's work a key, of each round: all that ran from the first to the last, saves included. */
  readonly work: Work[];
}

/** Of one key, as the thread's own clock tells it: what else the machine does counts little. */
interface Work {
  readonly task: number;
  /** The part of it that scripts ran. */
  readonly script: number;
  /** How often the page was laid out. */
  readonly layouts: number;
}

const articles = lengths.map((length, seed) => makeArticle(seed, length) as Article);

const ourEditor = (store: string): Editor => ({
  started: { store },
  open: (page, { headline }) => page.getByRole('option', { name: headline }).click(),
});

/** ProseMirror alone, which lays out all blocks, or, as ours does, only those that show. */
const bareEditor = (folder: string, drawn: 'all' | 'what shows'): Editor => ({
  started: { folder },
  open: (page, { body }) =>
    page.evaluate(
      ([json, isWhole]) => {
        document.body.classList.toggle('draws-what-shows', !isWhole);
        window.showBody(json);
      },
      [body, drawn === 'all'] as const,
    ),
});

async function launch({ started }: Editor): Promise<ElectronApplication> {
  const app = await launchApp(started);
  await (await app.firstWindow()).locator('#root').waitFor({ state: 'attached' });
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
  return app;
}

/** Types in each of the articles, one launch for all of them. */
async function typeInAll(editor: Editor): Promise<readonly Cost[]> {
  const app = await launch(editor);
  try {
    const page = await app.firstWindow();
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await watchPaints(page);
    const costs: Cost[] = [];
    for (const article of articles) {
      await editor.open(page, article);
      await goToMiddle(page, article.body.content.length);
      costs.push(await typeHere(page, session));
    }
    return costs;
  } finally {
    await app.close();
  }
}

/** Puts the caret at the end of the paragraph in the middle, by a click as a person would. */
async function goToMiddle(page: Page, blocks: number): Promise<void> {
  await page.waitForFunction(
    (count) => (document.querySelector('.ProseMirror')?.childElementCount ?? 0) >= count,
    blocks,
  );
  const paragraphs = page.locator('.ProseMirror > p');
  await paragraphs.nth(Math.floor((await paragraphs.count()) / 2)).click();
  await page.keyboard.press('End');
}

async function typeHere(page: Page, session: CDPSession): Promise<Cost> {
  await press(page, warmUp);
  await page.evaluate(() => {
    window.paints = [];
  });
  const before = await workUntilNow(session);
  await press(page, keys);
  const after = await workUntilNow(session);
  const work = {
    task: (after.task - before.task) / keys,
    script: (after.script - before.script) / keys,
    layouts: (after.layouts - before.layouts) / keys,
  };
  return { paints: await page.evaluate(() => window.paints), work: [work] };
}

/** A frame is painted when the first task after its animation frame runs. */
function watchPaints(page: Page): Promise<void> {
  return page.evaluate(() => {
    window.paints = [];
    window.addEventListener(
      'keydown',
      ({ timeStamp }) =>
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.addEventListener('message', () => window.paints.push(performance.now() - timeStamp));
          port1.start();
          port2.postMessage(null);
        }),
      { capture: true },
    );
  });
}

async function press(page: Page, count: number): Promise<void> {
  const text = 'the council said ';
  for (let key = 0; key < count; key += 1) {
    await page.keyboard.press(text.charAt(key % text.length));
    await page.waitForTimeout(pace);
  }
}

async function workUntilNow(session: CDPSession): Promise<Work> {
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (metric: string): number => metrics.find(({ name }) => name === metric)?.value ?? Number.NaN;
  return {
    task: value('TaskDuration') * 1000,
    script: value('ScriptDuration') * 1000,
    layouts: value('LayoutCount'),
  };
}

const gather = (costs: readonly (Cost | undefined)[]): Cost => ({
  paints: costs.flatMap((cost) => cost?.paints ?? []),
  work: costs.flatMap((cost) => cost?.work ?? []),
});

/** The round that the rest of the machine disturbed least. */
const leastWork = ({ work }: Cost): Work =>
  work.reduce((least, round) => (round.task < least.task ? round : least));

interface Peer {
  readonly name: string;
  readonly cost: Cost;
}

function tell(words: number, ours: Cost, { name, cost }: Peer): void {
  const [own, peer] = [leastWork(ours), leastWork(cost)];
  const figures = [
    ['key to painted frame, p50', quantile(ours.paints, 0.5), quantile(cost.paints, 0.5)],
    ['key to painted frame, p95', quantile(ours.paints, 0.95), quantile(cost.paints, 0.95)],
    ['main thread a key', own.task, peer.task],
    ['of that in scripts', own.script, peer.script],
  ] as const;
  for (const [figure, value, other] of figures) {
    report({
      bench: 'typing',
      figure: `${figure}, ${words.toLocaleString('en')} words`,
      unit: 'ms',
      ours: value,
      peer: other,
      peerName: name,
      detail: { keys: ours.paints.length, layouts: own.layouts, peerLayouts: peer.layouts },
    });
  }
}

await withFolder(async (folder) => {
  const store = path.join(folder, 'store');
  await withStore(store, (open) => fillStore(open, lengths));
  const bare = path.join(folder, 'bare');
  await buildBareApp('bareEditor', bare);
  const editors = new Map([
    ['ours', ourEditor(store)],
    ['bare ProseMirror', bareEditor(bare, 'all')],
    ['bare ProseMirror with content-visibility', bareEditor(bare, 'what shows')],
  ]);
  const costs = new Map([...editors.keys()].map((name): [string, (readonly Cost[])[]] => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    // Each round in the other order, so that none is always the first.
    const inTurn = round % 2 === 0 ? [...editors] : [...editors].toReversed();
    for (const [name, editor] of inTurn) costs.get(name)?.push(await typeInAll(editor));
  }
  const costOf = (name: string, place: number): Cost =>
    gather((costs.get(name) ?? []).map((ofRound) => ofRound[place]));
  lengths.forEach((words, place) => {
    for (const name of [...editors.keys()].slice(1))
      tell(words, costOf('ours', place), { name, cost: costOf(name, place) });
  });
});
