import { Extension } from '@tiptap/core';
import { Fragment } from '@tiptap/pm/model';
import type { Node, Schema } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { NodeJson } from '../domain/documentJson';
import { rowsOf, ownAttribute } from './documentNode';

/** A short random id, unique within one story (2.8 × 10¹² of them). */
export function newBlockId(): string {
  return Math.random().toString(36).slice(2, 10).padEnd(8, '0');
}

/**
 * The document with a unique id on every block: a block keeps the id it has, and of two with the same id the first
 * keeps it. The same document when nothing was missing.
 */
export function withBlockIds(doc: Node, newId: () => string = newBlockId): Node {
  const seen = new Set<string>();
  const fill = (node: Node): Node => {
    const id = carriesId(node) ? claim(node.attrs['id'], seen, newId) : null;
    const content = mapContent(node, fill);
    if (content === node.content && (id === null || id === node.attrs['id'])) return node;
    const attrs = id === null ? node.attrs : { ...node.attrs, id };
    return node.type.create(attrs, content, node.marks);
  };
  return fill(doc);
}

/**
 * A stored body as it is opened, with ids where it has none. They are derived from the body alone, so that two
 * windows that open the same old article give its blocks the same ids.
 */
export function withSettledIds(doc: Node): Node {
  let count = 0;
  return withBlockIds(doc, () => `block${(count += 1)}`);
}

/** A body without its blocks' ids, which say nothing about the text; an id that travels with a node stays. */
export function withoutIds(node: NodeJson, schema: Schema): NodeJson {
  const { attrs, content, ...rest } = node;
  const { id: _, ...others } = attrs ?? {};
  const type = schema.nodes[node.type];
  const travels = type !== undefined && rowsOf(type)?.blockId === 'travelling';
  return {
    ...rest,
    ...(attrs === undefined ? {} : { attrs: travels ? attrs : others }),
    ...(content === undefined ? {} : { content: content.map((child) => withoutIds(child, schema)) }),
  };
}

function mapContent(node: Node, change: (child: Node) => Node): Fragment {
  if (node.isTextblock) return node.content;
  const children = node.children.map(change);
  return children.every((child, index) => child === node.child(index))
    ? node.content
    : Fragment.from(children);
}

function carriesId(node: Node): boolean {
  return node.type.spec.attrs?.['id'] !== undefined;
}

function claim(id: unknown, seen: Set<string>, newId: () => string): string {
  let claimed = typeof id === 'string' && id !== '' ? id : newId();
  while (seen.has(claimed)) claimed = newId();
  seen.add(claimed);
  return claimed;
}

/**
 * Gives blocks of these types an `id` attribute, and keeps it filled and unique on every such block while someone
 * writes.
 */
export const BlockId = Extension.create<{ readonly types: readonly string[] }>({
  name: 'blockId',

  addOptions: () => ({ types: [] }),

  addGlobalAttributes() {
    const id = ownAttribute({ default: null, keepOnSplit: false });
    return [{ types: [...this.options.types], attributes: { id } }];
  },

  addProseMirrorPlugins() {
    return [keepBlockIds()];
  },
});

const key = new PluginKey<boolean>('blockIds');

/** Whether a block was created during composition and waits for its id, which the next transaction gives it. */
export function lacksBlockIds(state: EditorState): boolean {
  return key.getState(state) ?? false;
}

/**
 * The editor's part: runs after each change that created or copied a block. Undo does not see it. A block that is
 * being composed in is left alone until the next transaction, because an id would redraw it.
 */
export function keepBlockIds(): Plugin {
  return new Plugin<boolean>({
    key,
    state: {
      init: () => false,
      apply: (transaction, lacks, before, after) =>
        isComposed(transaction) && (lacks || mayLackIds(before.doc, after.doc)),
    },
    appendTransaction: (transactions, before, after) =>
      !transactions.some(isComposed) && (lacksBlockIds(before) || mayLackIds(before.doc, after.doc))
        ? fillBlockIds(after)
        : null,
  });
}

/** ProseMirror's view marks what it reads while an input method is active. */
function isComposed(transaction: Transaction): boolean {
  return transaction.getMeta('composition') !== undefined;
}

/** False when only text changed: a key press changes one textblock and no id, so there is nothing to look for. */
function mayLackIds(before: Node, after: Node): boolean {
  if (before === after) return false;
  if (carriesId(after) && after.attrs['id'] === null) return true;
  if (before.type !== after.type || before.attrs['id'] !== after.attrs['id']) return true;
  if (after.isTextblock) return false;
  if (before.childCount !== after.childCount) return true;
  return after.children.some((block, index) => mayLackIds(before.child(index), block));
}

/** Gives an id to every block that has none, or a duplicate; null when none is missing. */
function fillBlockIds(state: EditorState): Transaction | null {
  const transaction = state.tr.setMeta('addToHistory', false);
  const seen = new Set<string>();
  state.doc.descendants((node, position) => {
    if (carriesId(node)) {
      const id = claim(node.attrs['id'], seen, newBlockId);
      if (id !== node.attrs['id']) transaction.setNodeAttribute(position, 'id', id);
    }
    return !node.isTextblock;
  });
  return transaction.docChanged ? transaction : null;
}
