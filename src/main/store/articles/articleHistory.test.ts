import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SaveResult } from '#shared/domain/article';
import { oneLine } from '#shared/domain/fields';
import type { Id } from '#shared/domain/id';
import { createArticle, getArticle, restoreArticle, saveArticle, trashArticle } from './articles';
import type { Store } from '../store';
import { getRevision, keepRevision, listRevisions, restoreRevision } from './revisions';
import { story, testClock, testStore } from '../testing/testStore';

/** What two windows may do to one article, each knowing the version it saw last. */
type Move =
  | { readonly kind: 'save'; readonly window: 0 | 1; readonly text: string }
  | { readonly kind: 'look'; readonly window: 0 | 1 }
  | { readonly kind: 'trash' }
  | { readonly kind: 'untrash' }
  | { readonly kind: 'keep' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'wait'; readonly minutes: number };

const window = fc.constantFrom(0 as const, 1 as const);
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('save' as const),
      window,
      // A headline is one line: the schema makes a separator of lines a space, and here it is compared as it is kept.
      text: fc.string({ unit: 'grapheme', maxLength: 20 }).map(oneLine),
    }),
  },
  fc.record({ kind: fc.constant('look' as const), window }),
  fc.record({
    kind: fc.constantFrom('trash' as const, 'untrash' as const, 'keep' as const, 'undo' as const),
  }),
  fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 0, max: 30 }) }),
);

interface Scene {
  readonly store: Store;
  readonly id: Id;
  readonly pass: (ms: number) => void;
  /** The version that each window saw last. */
  readonly seen: [number, number];
  /** What was called saved last. */
  acknowledged: { readonly version: number; readonly headline: string };
}

/** How each move is made. */
const moves: {
  readonly [Kind in Move['kind']]: (scene: Scene, move: Extract<Move, { kind: Kind }>) => void;
} = {
  save: (scene, { window, text }) => {
    const { store, id, seen } = scene;
    const { version } = getArticle(store, id);
    const result = saveArticle(store, { id, baseVersion: seen[window], patch: { headline: text } });
    expect(result.kind).toBe(seen[window] === version ? 'saved' : 'stale');
    settle(scene, result, text);
    if (result.kind === 'saved') seen[window] = result.version;
  },
  look: ({ store, id, seen }, { window }) => {
    seen[window] = getArticle(store, id).version;
  },
  trash: ({ store, id }) => void trashArticle(store, id),
  untrash: ({ store, id }) => void restoreArticle(store, id),
  keep: ({ store, id }) => void keepRevision(store, id, 'manual'),
  undo: (scene) => {
    const last = listRevisions(scene.store, scene.id)[0];
    if (last === undefined) return;
    const { version } = getArticle(scene.store, scene.id);
    const result = restoreRevision(scene.store, { id: last.id, baseVersion: version });
    settle(scene, result, getRevision(scene.store, last.id).content.headline);
  },
  wait: ({ pass }, { minutes }) => pass(minutes * 60_000),
};

function settle(scene: Scene, result: SaveResult, headline: string): void {
  if (result.kind === 'saved') scene.acknowledged = { version: result.version, headline };
  const current = result.kind === 'saved' ? getArticle(scene.store, scene.id) : result.current;
  expect(current).toMatchObject(scene.acknowledged);
}

/** Plays the moves, and asserts after each what an editor relies on. */
function play(store: Store, pass: Scene['pass'], list: readonly Move[]): void {
  const { id } = createArticle(store, { body: story('start') });
  const scene: Scene = {
    store,
    id,
    pass,
    seen: [1, 1],
    acknowledged: { version: 1, headline: '' },
  };
  for (const next of list) {
    const { version } = getArticle(store, id);
    (moves[next.kind] as (scene: Scene, move: Move) => void)(scene, next);
    expect(getArticle(store, id)).toMatchObject(scene.acknowledged);
    expect([version, version + 1]).toContain(scene.acknowledged.version);
  }
}

test('whatever two windows do in whatever order, versions only grow and no acknowledged text is lost', () => {
  const clock = testClock();
  const store = testStore(clock);
  const lists = fc.array(move, { maxLength: 25 });
  const told = fc.property(lists, (list) => play(store, clock.pass, list));
  expect(() => fc.assert(told, { numRuns: 60 })).not.toThrow();
});
