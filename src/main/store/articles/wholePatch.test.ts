import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changedBlocks } from '#shared/document/changedBlocks';
import { blockTextOf, documentJsonOf, documentTextOf, parseDocument } from '#shared/document/document';
import { arbitraryDocument } from '#shared/document/testing/arbitraryDocument';
import { arbitraryEdits, edited } from '#shared/document/testing/arbitraryEdits';
import type { BodyChange, SaveResult } from '#shared/domain/article';
import type { Node } from '@tiptap/pm/model';
import { articleHandlers } from '../../ipc/handlers/articles';
import { story, testStore } from '../testing/testStore';
import { createArticle, getArticle, saveArticle } from './articles';
import { wholePatch } from './wholePatch';

function change(before: Node, after: Node, of: string): BodyChange {
  const changed = changedBlocks(before, after);
  return { of, at: changed.start, cut: changed.before.length, put: changed.after.map(blockTextOf) };
}

function saved(result: SaveResult): SaveResult & { kind: 'saved' } {
  if (result.kind !== 'saved') throw new Error('Nobody else writes here.');
  return result;
}

test('a body that is saved by its changes is the body that would be saved whole', () => {
  const store = testStore();
  fc.assert(
    fc.property(arbitraryDocument, fc.array(arbitraryEdits, { minLength: 1, maxLength: 4 }), (doc, turns) => {
      const { id } = createArticle(store, {});
      let last = saved(
        saveArticle(store, { id, baseVersion: 1, patch: { body: documentTextOf(doc), kicker: 'K' } }),
      );
      let now = doc;
      for (const edits of turns) {
        const next = edited(now, edits, 'word');
        const sent = { id, baseVersion: last.version, patch: { body: change(now, next, last.hash) } };
        last = saved(saveArticle(store, { ...sent, patch: wholePatch(store, sent) }));
        expect(getArticle(store, id).body).toEqual(documentJsonOf(next));
        now = next;
      }
    }),
    { numRuns: 40 },
  );
});

test('a change of another text than the saved one is refused, and changes nothing', () => {
  const store = testStore();
  const { id } = createArticle(store, {});
  const body = JSON.stringify(story('One', 'Two'));
  const { version: baseVersion, hash } = saved(saveArticle(store, { id, baseVersion: 1, patch: { body } }));
  const put = [blockTextOf(parseDocument(story('Other')).child(0))];
  const right = { of: hash, at: 1, cut: 1, put };
  const send = (base: number, wrong: Partial<BodyChange>) => () =>
    wholePatch(store, { id, baseVersion: base, patch: { body: { ...right, ...wrong }, headline: 'H' } });
  for (const refused of [
    send(baseVersion, { of: 'another' }),
    send(baseVersion - 1, {}),
    send(baseVersion + 1, {}),
    send(baseVersion, { cut: 2 }),
    send(baseVersion, { at: 3, cut: 0 }),
    send(baseVersion, { put: [[...put, ...put].join(',')] }),
    send(baseVersion, { put: [`${put[0] ?? ''}]`] }),
  ])
    expect(refused).toThrow(expect.objectContaining({ code: 'base_unknown' }));
  expect(send(baseVersion, {})().headline).toBe('H');
  expect(send(baseVersion, {})().body).toContain('Other');
  expect(wholePatch(store, { id, baseVersion, patch: { body } })).toEqual({ body });
  expect(wholePatch(store, { id, baseVersion: 1, patch: { slug: 's' } })).toEqual({ slug: 's' });
});

test('a story does not grow by changes past the size at which it is refused whole', async () => {
  const store = testStore();
  const { save } = articleHandlers({ store, changes: { tell: () => undefined } } as never);
  const caller = { windowId: 1 } as never;
  const { id } = createArticle(store, {});
  const long = blockTextOf(parseDocument(story('x'.repeat(600_000))).child(0));
  const patch = { body: `{"type":"doc","content":[${long}]}` };
  const { version: baseVersion, hash: of } = saved(await save({ id, baseVersion: 1, patch }, caller));
  const more = { id, baseVersion, patch: { body: { of, at: 1, cut: 0, put: [long] } } };
  await expect((async () => save(more, caller))()).rejects.toMatchObject({ code: 'request_too_large' });
  expect(getArticle(store, id).version).toBe(baseVersion);
});
