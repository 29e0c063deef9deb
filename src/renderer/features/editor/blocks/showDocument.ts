import { Fragment, Slice } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { AttrStep, ReplaceStep } from '@tiptap/pm/transform';
import type { Step } from '@tiptap/pm/transform';
import { align } from '#shared/document/merge/alignment';

/** Marks a transaction that shows what the store holds: it is not an edit, and cannot be undone here. */
export const FROM_STORE = 'fromStore';

/**
 * Shows another writer's document, block by block: only what differs is replaced, in as many places as needed, so
 * that the caret and the undo history stay where they are. Null when the two are the same.
 */
export function showDocument(state: EditorState, next: Node): Transaction | null {
  if (state.doc.eq(next)) return null;
  const transaction = inPlaces(state, next) ?? inOnePlace(state, next);
  return transaction.setMeta('addToHistory', false).setMeta(FROM_STORE, true);
}

/** Null if the schema does not allow a step on the way. */
function inPlaces({ doc, tr }: EditorState, next: Node): Transaction | null {
  try {
    for (const step of changes(doc, next, 0).toReversed()) tr.step(step);
    return tr.doc.eq(next) ? tr : null;
  } catch {
    return null;
  }
}

function inOnePlace({ doc, tr }: EditorState, next: Node): Transaction {
  const start = doc.content.findDiffStart(next.content) ?? 0;
  const end = doc.content.findDiffEnd(next.content) ?? { a: doc.content.size, b: next.content.size };
  const overlap = Math.max(0, start - Math.min(end.a, end.b));
  return tr.replace(start, end.a + overlap, next.slice(start, end.b + overlap));
}

/** What turns the content of one block, which begins at `start`, into that of the other, from its start on. */
function changes(old: Node, young: Node, start: number): readonly Step[] {
  if (old.isTextblock) return within(old.content, young.content, start);
  const found: Step[] = [];
  const offsets = offsetsOf(old, start);
  let gap: { from: number; to: number; blocks: Node[] } | null = null;
  const close = (): void => {
    if (gap) found.push(replaced(gap.from, gap.to, Fragment.from(gap.blocks)));
    gap = null;
  };
  let at = start;
  const [names, youngNames] = namesOf(old.children, young.children);
  for (const [i, j] of align(names, youngNames)) {
    const [before, after] = [old.maybeChild(i ?? -1), young.maybeChild(j ?? -1)];
    if (before && i !== null) at = offsets[i] ?? at;
    if (before && after && canBecome(before, after, names[i ?? -1] === youngNames[j ?? -1])) {
      close();
      found.push(...renamed(before, after, at), ...changes(before, after, at + 1));
    } else {
      gap ??= { from: at, to: at, blocks: [] };
      if (before) gap.to = at + before.nodeSize;
      if (after) gap.blocks.push(after);
    }
    if (before) at += before.nodeSize;
  }
  close();
  return found;
}

function offsetsOf(node: Node, start: number): readonly number[] {
  let at = start;
  return node.children.map((child) => {
    const offset = at;
    at += child.nodeSize;
    return offset;
  });
}

/** A block is identified by its id; one whose id is not in both texts, by its content. */
function namesOf(old: readonly Node[], young: readonly Node[]): [readonly string[], readonly string[]] {
  const [here, there] = [old, young].map((blocks) => new Set(blocks.flatMap((block) => idOf(block) ?? [])));
  const name = (block: Node): string => {
    const id = idOf(block);
    if (id !== null && here?.has(id) === true && there?.has(id) === true) return `${block.type.name} ${id}`;
    return JSON.stringify(block.toJSON(), (key, value: unknown) => (key === 'id' ? undefined : value));
  };
  return [old.map(name), young.map(name)];
}

function idOf(block: Node): string | null {
  const id: unknown = block.attrs['id'];
  return typeof id === 'string' ? id : null;
}

/** Whether one becomes the other, by its id and its contents. */
function canBecome(before: Node, after: Node, isSameName: boolean): boolean {
  const [old, young] = [idOf(before), idOf(after)];
  if (!isSameName && old !== null && young !== null) return false;
  return before.eq(after) || before.hasMarkup(after.type, { ...after.attrs, id: old }, after.marks);
}

function renamed(before: Node, after: Node, at: number): readonly Step[] {
  const id: unknown = after.attrs['id'];
  return before.attrs['id'] === id ? [] : [new AttrStep(at, 'id', id)];
}

function within(old: Fragment, young: Fragment, start: number): readonly Step[] {
  const from = old.findDiffStart(young);
  const end = old.findDiffEnd(young);
  if (from === null || end === null) return [];
  const overlap = Math.max(0, from - Math.min(end.a, end.b));
  const [to, upTo] = [end.a + overlap, end.b + overlap];
  return [replaced(start + from, start + to, young.cut(from, upTo))];
}

function replaced(from: number, to: number, content: Fragment): Step {
  return new ReplaceStep(from, to, new Slice(content, 0, 0));
}
