import type { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { withBlockIds } from '../blockId';
import { arbitraryDocument } from '../testing/arbitraryDocument';
import { arbitraryEdits, edited } from '../testing/arbitraryEdits';
import { blockText } from '../toPlainText';
import { isSameBlock } from './block';
import { mergeDocuments } from './mergeDocuments';
import type { BlockChoice, DocumentMerge, Side } from './mergeDocuments';

const runs = { numRuns: 150 };

function counter(): () => string {
  let count = 0;
  return () => `id${(count += 1)}`;
}

/** A story as it was opened, with the ids that an open story has, or with none, as an import may come. */
const base = fc
  .tuple(arbitraryDocument, fc.boolean())
  .map(([doc, hasIds]) => (hasIds ? withBlockIds(doc, counter()) : doc));

const three = fc.tuple(base, arbitraryEdits, arbitraryEdits).map(([doc, here, there]) => ({
  doc,
  ours: edited(doc, here, 'ours'),
  theirs: edited(doc, there, 'theirs'),
}));

/** The same with an id on every block, in every text. */
const withIds = fc.tuple(arbitraryDocument, arbitraryEdits, arbitraryEdits).map(([story, here, there]) => {
  const doc = withBlockIds(story, counter());
  const kept = (edits: typeof here) => edits.filter(({ kind }) => kind !== 'copy' && kind !== 'dropId');
  return { doc, ours: edited(doc, kept(here), 'ours'), theirs: edited(doc, kept(there), 'theirs') };
});

/** Every word that a writer has added, wherever it stands. */
function added(writer: Side, ...nodes: readonly Node[]): ReadonlySet<string> {
  const all = nodes.map((node) => JSON.stringify(node.toJSON())).join(' ');
  return new Set(all.match(new RegExp(`${writer}\\d+\\.`, 'g')) ?? []);
}

const shownIn = (choices: readonly BlockChoice[]): readonly Node[] =>
  choices.flatMap(({ ours, theirs }) => [...ours, ...theirs]);

const missing = (wanted: ReadonlySet<string>, found: ReadonlySet<string>): readonly string[] =>
  [...wanted].filter((word) => !found.has(word));

const other = { ours: 'theirs', theirs: 'ours' } as const;

describe('whatever two writers do to a story', () => {
  test('every word that either added is in the merged text or in a choice', () => {
    fc.assert(
      fc.property(three, ({ doc, ours, theirs }) => {
        const merge = mergeDocuments(doc, ours, theirs);
        const told = [merge.doc, ...shownIn(merge.choices)];
        expect(missing(added('ours', ours), added('ours', ...told))).toEqual([]);
        expect(missing(added('theirs', theirs), added('theirs', ...told))).toEqual([]);
      }),
      runs,
    );
  });

  test.each(['ours', 'theirs'] as const)(
    'a choice of %s in all leaves out only what the other has in them',
    (side) => {
      fc.assert(
        fc.property(three, (stories) => {
          const { doc, choices } = mergeDocuments(stories.doc, stories.ours, stories.theirs, () => side);
          expect(missing(added(side, stories[side]), added(side, doc))).toEqual([]);
          const gone = missing(added(other[side], stories[other[side]]), added(other[side], doc));
          const shown = added(other[side], ...choices.flatMap((choice) => choice[other[side]]));
          expect(missing(new Set(gone), shown)).toEqual([]);
        }),
        runs,
      );
    },
  );

  test('the merged text is a story that the schema allows, with each id once', () => {
    fc.assert(
      fc.property(three, fc.nat(), (stories, salt) => {
        const side = (key: string): Side => ((key.length + salt) % 2 === 0 ? 'ours' : 'theirs');
        const { doc } = mergeDocuments(stories.doc, stories.ours, stories.theirs, side);
        doc.check();
        const ids = idsOf(doc);
        expect(ids).toEqual([...new Set(ids)]);
      }),
      runs,
    );
  });

  test('what only one of them changed is as that one has it', () => {
    fc.assert(
      fc.property(three, ({ doc, ours, theirs }) => {
        for (const [merge, wanted] of [
          [mergeDocuments(doc, ours, doc), ours],
          [mergeDocuments(doc, doc, theirs), theirs],
          [mergeDocuments(doc, ours, ours), ours],
        ] as const) {
          expect(merge.choices).toEqual([]);
          expect(isSameBlock(merge.doc, wanted)).toBe(true);
        }
      }),
      runs,
    );
  });

  test('either window comes to the same lines and the same choices, where blocks have ids', () => {
    fc.assert(
      fc.property(withIds, ({ doc, ours, theirs }) => {
        const here = mergeDocuments(doc, ours, theirs);
        const there = mergeDocuments(doc, theirs, ours, () => 'theirs');
        const keys = ({ choices }: DocumentMerge) => new Set(choices.map(({ key }) => key));
        expect(keys(there)).toEqual(keys(here));
        const joined = here.choices.length === 0 ? there.doc : here.doc;
        expect(linesOf(joined)).toEqual(linesOf(here.doc));
      }),
      runs,
    );
  });
});

/** What each line of text, and each block without one, says; a blank line says nothing. */
function linesOf(story: Node): readonly string[] {
  const lines: string[] = [];
  story.descendants((node) => {
    const text = node.isBlock ? blockText(node) : '';
    if (text !== '') lines.push(text);
    return !node.isTextblock;
  });
  return lines.toSorted();
}

function idsOf(story: Node): readonly string[] {
  const ids: string[] = [];
  story.descendants((node) => {
    const id: unknown = node.attrs['id'];
    if (typeof id === 'string') ids.push(id);
  });
  return ids;
}
