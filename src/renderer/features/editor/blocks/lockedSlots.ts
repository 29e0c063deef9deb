import type { Node } from '@tiptap/pm/model';
import { NodeSelection, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import { canSplit, Mapping } from '@tiptap/pm/transform';
import { changedBlocks } from '#shared/document/changedBlocks';
import { FROM_STORE } from './showDocument';

/** A locked slot and its position. */
interface Locked {
  readonly node: Node;
  readonly position: number;
}

const isLocked = (node: Node): boolean => node.type.name === 'adSlot' && node.attrs['locked'] === true;

function lockedSlots(doc: Node): readonly Locked[] {
  const found: Locked[] = [];
  doc.forEach((node, position) => {
    if (isLocked(node)) found.push({ node, position });
  });
  return found;
}

/** A step of the history, or the store's text: what they take away was taken away, or set free, before. */
function isNoDeletion(transaction: Transaction): boolean {
  return transaction.getMeta('history$') !== undefined || transaction.getMeta(FROM_STORE) === true;
}

/** The locked slots of `before` that are no longer in `after`; two of one id are told apart by their number. */
function missing(before: Node, after: Node): readonly Locked[] {
  if (!changedBlocks(before, after).before.some(isLocked)) return [];
  const still = lockedSlots(after).map(({ node }) => node);
  return lockedSlots(before).filter(({ node }) => {
    const index = still.findIndex((other) => sameSlot(other, node));
    if (index !== -1) still.splice(index, 1);
    return index === -1 && !unlocked(after, node);
  });
}

function sameSlot({ attrs }: Node, other: Node): boolean {
  return (
    attrs['id'] === other.attrs['id'] && (attrs['id'] !== null || attrs['slotKey'] === other.attrs['slotKey'])
  );
}

function unlocked(doc: Node, slot: Node): boolean {
  return doc.children.some(({ type, attrs }) => type === slot.type && attrs['id'] === slot.attrs['id']);
}

/** Puts slots back between what is left of the text on their two sides; answers where the first now stands. */
function putBack(tr: Transaction, nodes: readonly Node[], position: number): number {
  const at = placeAt(tr, position);
  tr.insert(at, [...nodes]);
  return at;
}

/** A place between two top-level blocks for what stood at `position`; a paragraph is split where it lay inside. */
function placeAt(tr: Transaction, position: number): number {
  const $at = tr.doc.resolve(position);
  if ($at.depth === 0) return position;
  const { parent, parentOffset } = $at;
  if ($at.depth > 1 || parentOffset === parent.content.size) return $at.after(1);
  if (parentOffset === 0) return $at.before(1);
  if (!canSplit(tr.doc, position)) return $at.after(1);
  tr.split(position);
  return position + 1;
}

function restore(
  before: EditorState,
  after: EditorState,
  changes: readonly Transaction[],
): Transaction | null {
  const gone = missing(before.doc, after.doc);
  if (gone.length === 0) return null;
  const { tr } = after;
  const mapping = new Mapping(changes.flatMap(({ mapping: { maps } }) => maps));
  const places = new Map<number, readonly Node[]>();
  for (const { node, position } of gone) {
    const place = mapping.map(position, 1);
    places.set(place, [...(places.get(place) ?? []), node]);
  }
  // From the last on, so that no place moves before its turn.
  const put = [...places].toReversed().map(([position, nodes]) => putBack(tr, nodes, position));
  const first = put.at(-1);
  const wasSelected = before.selection instanceof NodeSelection && isLocked(before.selection.node);
  if (wasSelected && first !== undefined) tr.setSelection(NodeSelection.create(tr.doc, first));
  else tr.setSelection(TextSelection.near(tr.doc.resolve(tr.mapping.map(after.selection.from, -1)), -1));
  return tr.setMeta(
    kept,
    gone.map(({ node }) => String(node.attrs['slotKey'])),
  );
}

const kept = new PluginKey<readonly string[]>('keptSlots');

/**
 * Keeps locked slots in the story, whatever is deleted, cut, typed or pasted over them: the rest goes, the slot
 * stays where it stood. `onKept` is told their keys.
 */
export function keepLockedSlots(onKept: (slotKeys: readonly string[]) => void): Plugin {
  return new Plugin<readonly string[]>({
    key: kept,
    state: {
      init: () => [],
      apply: (tr, before) => (tr.getMeta(kept) as readonly string[] | undefined) ?? before,
    },
    appendTransaction: (transactions, before, after) => {
      const changes = transactions.filter(({ docChanged }) => docChanged);
      if (changes.length === 0 || changes.some(isNoDeletion)) return null;
      return restore(before, after, changes);
    },
    view: () => ({
      update: ({ state }, before) => {
        const now = kept.getState(state);
        if (now !== undefined && now !== kept.getState(before)) onKept(now);
      },
    }),
  });
}
