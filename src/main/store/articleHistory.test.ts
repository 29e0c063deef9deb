import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article, SaveResult } from '#shared/domain/article';
import { createArticle, getArticle, restoreArticle, saveArticle, trashArticle } from './articles';
import type { Store } from './database';
import { getRevision, keepRevision, listRevisions, restoreRevision } from './revisions';
import { story, testClock, testStore } from './testing/testStore';

/** What two windows may do to one article, each knowing the version that it saw last. */
type Move =
  | { readonly kind: 'save'; readonly window: 0 | 1; readonly text: string }
  | { readonly kind: 'look'; readonly window: 0 | 1 }
  | { readonly kind: 'trash' | 'untrash' | 'keep' | 'undo' }
  | { readonly kind: 'wait'; readonly minutes: number };

const window = fc.constantFrom(0 as const, 1 as const);
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('save' as const),
      window,
      text: fc.string({ unit: 'grapheme', maxLength: 20 }),
    }),
  },
  fc.record({ kind: fc.constant('look' as const), window }),
  fc.record({
    kind: fc.constantFrom('trash' as const, 'untrash' as const, 'keep' as const, 'undo' as const),
  }),
  fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 0, max: 30 }) }),
);

/** Plays the moves, and asserts after each what an editor relies on. */
function play(moves: readonly Move[]): void {
  const clock = testClock();
  const store = testStore(clock);
  const { id } = createArticle(store, { body: story('start') });
  const seen = [1, 1];
  let acknowledged = { version: 1, headline: '' };
  const settle = (result: SaveResult, headline: string): void => {
    if (result.kind === 'saved') acknowledged = { version: result.version, headline };
    else expect(result.current).toMatchObject(acknowledged);
  };
  for (const next of moves) {
    const before = getArticle(store, id);
    if (next.kind === 'save') {
      const result = saveArticle(store, {
        id,
        baseVersion: seen[next.window] ?? 1,
        patch: { headline: next.text },
      });
      expect(result.kind === 'stale').toBe(seen[next.window] !== before.version);
      settle(result, next.text);
      if (result.kind === 'saved') seen[next.window] = result.version;
    } else if (next.kind === 'undo') {
      undo(store, before, settle);
    } else step(store, id, next, seen, clock.pass);
    expect(getArticle(store, id)).toMatchObject(acknowledged);
    expect(acknowledged.version - before.version).toBeOneOf([0, 1]);
  }
}

function undo(
  store: Store,
  { id, version }: Article,
  settle: (result: SaveResult, headline: string) => void,
): void {
  const last = listRevisions(store, id)[0];
  if (last === undefined) return;
  const { headline } = getRevision(store, last.id).content;
  settle(restoreRevision(store, { id: last.id, baseVersion: version }), headline);
}

function step(
  store: Store,
  id: string,
  next: Exclude<Move, { kind: 'save' | 'undo' }>,
  seen: number[],
  pass: (ms: number) => void,
): void {
  if (next.kind === 'look') seen[next.window] = getArticle(store, id).version;
  else if (next.kind === 'trash') trashArticle(store, id);
  else if (next.kind === 'untrash') restoreArticle(store, id);
  else if (next.kind === 'keep') keepRevision(store, id, 'manual');
  else if (next.kind === 'wait') pass(next.minutes * 60_000);
}

test('whatever two windows do in whatever order, versions only grow and no acknowledged text is lost', () => {
  fc.assert(fc.property(fc.array(move, { maxLength: 25 }), play), { numRuns: 40 });
});
