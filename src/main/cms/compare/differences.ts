import type { Node } from '@tiptap/pm/model';
import type { Difference } from '#shared/domain/cmsAccount';
import { articleFields, fieldNames } from '#shared/domain/fields';
import { withoutIds } from '#shared/document/blockId';
import { blockLabel, toldWords } from '#shared/document/toPlainText';
import { enumerated, inSentence } from '#shared/language/formats';
import { align } from '#shared/document/merge/alignment';
import { say } from '#shared/language/say';
import type { SnapshotField } from './comparison';

/** A post for a person to read: the three sides of a difference are made from it. */
export interface ReadablePost {
  readonly headline: string;
  readonly standfirst: string;
  readonly slug: string;
  readonly sections: readonly string[];
  readonly hashtags: readonly string[];
  readonly body: Node;
}

interface Told {
  readonly field: Exclude<SnapshotField, 'content'>;
  readonly where: string;
  readonly text: (post: ReadablePost) => string;
}

/** Each field as one text, under the name that the user knows. */
const told = (): readonly Told[] =>
  fieldNames.flatMap((name) => {
    const { post: field, label, kind } = articleFields[name];
    if (field === null || field === 'content') return [];
    const text = (post: ReadablePost): string => {
      const value = post[field];
      if (typeof value === 'string') return value;
      return kind === 'hashtags' ? value.map((tag) => `#${tag}`).join(' ') : enumerated(value);
    };
    return [{ field, where: inSentence(label()), text }];
  });

/** The differences in these fields, for a person to read: one per field, and in the content one per block. */
export function differencesOf(
  changed: ReadonlySet<SnapshotField>,
  base: ReadablePost,
  ours: ReadablePost,
  theirs: ReadablePost,
): readonly Difference[] {
  const ofFields = told()
    .filter(({ field }) => changed.has(field))
    .map(({ where, text }) => ({
      where,
      kind: 'field' as const,
      base: text(base),
      ours: text(ours),
      theirs: text(theirs),
    }));
  return changed.has('content')
    ? [...ofFields, ...contentDifferences(base.body, ours.body, theirs.body)]
    : ofFields;
}

/** Markup that reads the same, such as a block's alignment, is still a change: it is reported as a whole. */
function contentDifferences(base: Node, ours: Node, theirs: Node): readonly Difference[] {
  const blocks = blockDifferences(base, ours, theirs);
  if (blocks.length > 0) return blocks;
  return [
    {
      where: 'content',
      kind: 'field',
      base: null,
      ours: null,
      theirs: say('The text is the same; its markup is not.'),
    },
  ];
}

/** What changed between base and theirs, block by block, each beside our block that corresponds to it. */
export function blockDifferences(base: Node, ours: Node, theirs: Node): readonly Difference[] {
  const [before, mine, after] = [blocksOf(base), blocksOf(ours), blocksOf(theirs)];
  const keys = (blocks: readonly Block[]): readonly string[] => blocks.map(({ key }) => key);
  const ownOf = new Map(align(keys(before), keys(mine)));
  return align(keys(before), keys(after)).flatMap(([i, j]) => {
    const [old, now] = [i === null ? null : before[i], j === null ? null : after[j]];
    if (old?.key === now?.key) return [];
    const own = i === null ? null : (ownOf.get(i) ?? null);
    return {
      where: (old ?? now)?.name ?? '',
      kind: 'block' as const,
      base: old?.text ?? null,
      ours: own === null ? null : (mine[own]?.text ?? null),
      theirs: now?.text ?? null,
    };
  });
}

/** Whether two documents have the same text with the same marks, block by block. */
export function isSameText(one: Node, other: Node): boolean {
  return blockDifferences(one, one, other).length === 0;
}

interface Block {
  /** "Paragraph 3". */
  readonly name: string;
  readonly text: string;
  /** Equal for blocks that are the same in text, marks and attributes. */
  readonly key: string;
}

function blocksOf(doc: Node): readonly Block[] {
  const counts = new Map<string, number>();
  return doc.children.map((node) => {
    const kind = blockLabel(node);
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    return {
      name: `${kind} ${number}`,
      text: toldWords(node) ?? textOf(node),
      key: JSON.stringify(withoutIds(node.toJSON(), node.type.schema)),
    };
  });
}

function textOf(node: Node): string {
  return node.textBetween(0, node.content.size, '\n', '\n');
}
