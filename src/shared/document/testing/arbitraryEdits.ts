import type { Node } from '@tiptap/pm/model';
import fc from 'fast-check';
import { schema } from '../schema';

/** A node of a story that is being edited, as JSON that may be changed. */
interface Draft {
  type: string;
  attrs?: Record<string, unknown>;
  content?: Draft[];
  text?: string;
}

/** One edit by a writer; `at` and `to` choose among what is there. */
export interface Edit {
  readonly kind: (typeof kinds)[number];
  readonly at: number;
  readonly to: number;
}

const kinds = [
  'write',
  'write',
  'rewrite',
  'insert',
  'insert',
  'delete',
  'move',
  'move',
  'wrap',
  'lift',
  'split',
  'join',
  'copy',
  'dropId',
  'caption',
  'level',
] as const;

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom(...kinds),
  at: fc.nat({ max: 1000 }),
  to: fc.nat({ max: 1000 }),
});

/** What a writer does between two saves. */
export const arbitraryEdits: fc.Arbitrary<readonly Edit[]> = fc.array(edit, { maxLength: 4 });

/** Where a block is: among whose children, and at which index. */
interface Spot {
  readonly siblings: Draft[];
  readonly index: number;
  readonly block: Draft;
}

/**
 * The story after those edits; an edit that the schema does not allow is skipped. New words are unique: `writer`, a
 * count and a full stop.
 */
export function edited(doc: Node, edits: readonly Edit[], writer: string): Node {
  let count = 0;
  const word = (): string => `${writer}${(count += 1)}.`;
  let story = doc;
  for (const { kind, at, to } of edits) {
    const draft = copied(story.toJSON() as Draft);
    const spots = spotsIn(draft);
    const spot = spots[at % spots.length];
    if (spot) doings[kind](spot, { spots, to, word });
    story = valid(draft) ?? story;
  }
  return story;
}

function valid(draft: Draft): Node | null {
  try {
    const node = schema.nodeFromJSON(draft);
    node.check();
    return node;
  } catch {
    return null;
  }
}

interface Help {
  readonly spots: readonly Spot[];
  readonly to: number;
  readonly word: () => string;
}

const textOf = (text: string): Draft => ({ type: 'text', text });
const isLine = ({ type }: Draft): boolean => type === 'paragraph' || type === 'heading';
const newId = (word: string): string => `new-${word.replace('.', '')}`;

const doings: Readonly<Record<Edit['kind'], (spot: Spot, help: Help) => void>> = {
  write({ block }, { word, to }) {
    if (!isLine(block)) return;
    const content = (block.content ??= []);
    content.splice(to % (content.length + 1), 0, textOf(` ${word()} `));
  },
  rewrite({ block }, { word }) {
    if (isLine(block)) block.content = [textOf(word())];
  },
  insert({ siblings, index, block }, { word }) {
    const text = word();
    const paragraph = { type: 'paragraph', attrs: { id: newId(text) }, content: [textOf(text)] };
    const item = { type: 'listItem', attrs: { id: `${newId(text)}-item` }, content: [paragraph] };
    siblings.splice(index, 0, block.type === 'listItem' ? item : paragraph);
  },
  delete({ siblings, index }) {
    siblings.splice(index, 1);
  },
  move({ siblings, index, block }, { spots, to }) {
    const target = spots[to % spots.length];
    if (!target || contains(block, target.siblings)) return;
    siblings.splice(index, 1);
    target.siblings.splice(Math.min(target.index, target.siblings.length), 0, block);
  },
  wrap({ siblings, index, block }, { word }) {
    siblings[index] = { type: 'blockquote', attrs: { id: newId(word()) }, content: [block] };
  },
  lift({ siblings, index, block }) {
    siblings.splice(index, 1, ...(block.content ?? [block]));
  },
  split({ siblings, index, block }, { word, to }) {
    if (!isLine(block) || !block.content) return;
    const rest = block.content.splice(to % (block.content.length + 1));
    siblings.splice(index + 1, 0, {
      type: block.type,
      attrs: { ...block.attrs, id: newId(word()) },
      content: rest,
    });
  },
  join({ siblings, index, block }) {
    const next = siblings[index + 1];
    if (!next || !isLine(block) || !isLine(next)) return;
    block.content = [...(block.content ?? []), ...(next.content ?? [])];
    siblings.splice(index + 1, 1);
  },
  copy({ siblings, index, block }) {
    siblings.splice(index, 0, copied(block));
  },
  dropId({ block }) {
    block.attrs = { ...block.attrs, id: null };
  },
  caption({ block }, { word }) {
    if (block.type === 'figure') block.attrs = { ...block.attrs, caption: word() };
  },
  level({ block }, { to }) {
    if (block.type === 'heading') block.attrs = { ...block.attrs, level: 2 + (to % 3) };
  },
};

function spotsIn(draft: Draft): readonly Spot[] {
  if (isLine(draft) || !draft.content) return [];
  const siblings = draft.content;
  return siblings.flatMap((block, index) => [{ siblings, index, block }, ...spotsIn(block)]);
}

function contains(block: Draft, siblings: readonly Draft[]): boolean {
  return block.content === siblings || (block.content ?? []).some((child) => contains(child, siblings));
}

function copied(draft: Draft): Draft {
  return JSON.parse(JSON.stringify(draft)) as Draft;
}
