import { Node } from '@tiptap/core';
import type { Attrs, Node as DocumentTree } from '@tiptap/pm/model';
import { NodeSelection, type Transaction } from '@tiptap/pm/state';
import { adSlotKey, DEFAULT_AD_SLOT } from '../../../domain/adSlot';
import { newBlockId } from '../../blockId';
import { BETWEEN_BLOCKS, type DocumentNode, ownAttribute } from '../../documentNode';
import type { DomSpec, HtmlElement } from '../../html';
import { afterTopBlock, besideNeighbour, moveBlock, type MoveWay } from '../../moveBlock';
import { saying } from '../../../language/say';

/** A pinned slot: which definition fills it, and whether it is locked in place. */
export interface AdSlotAttrs {
  /** Travels through Markdown and HTML; letters, digits, `_` and `-`. */
  readonly id: string | null;
  readonly slotKey: string;
  readonly locked: boolean;
}

declare module '@tiptap/core' {
  interface Commands<ReturnType> {
    adSlot: {
      /** Pins a slot after the top-level block with the caret; the default slot if none is named. */
      insertAdSlot: (slotKey?: string) => ReturnType;
      /**
       * Moves the slot with this id, or else the selected one, past its neighbour; false at the edge or when locked.
       */
      moveAdSlot: (way: MoveWay, id?: string) => ReturnType;
    };
  }
}

const AdSlot = Node.create({
  name: 'adSlot',
  group: BETWEEN_BLOCKS,
  atom: true,
  draggable: true,

  addAttributes() {
    return {
      id: ownAttribute({ default: null }),
      slotKey: ownAttribute({ default: DEFAULT_AD_SLOT, validate: checkKey }),
      locked: ownAttribute({ default: false, validate: 'boolean' }),
    };
  },

  parseHTML() {
    return [{ tag: '.ad-slot[data-slot]', getAttrs: readSlot, priority: 60 }];
  },

  renderHTML({ node }) {
    return adSlotDom(node.attrs);
  },

  addCommands() {
    return {
      insertAdSlot:
        (slotKey = DEFAULT_AD_SLOT) =>
        ({ tr, dispatch }) => {
          if (!adSlotKey.safeParse(slotKey).success) return false;
          const slot = this.type.create({ id: newBlockId(), slotKey });
          dispatch?.(tr.insert(afterTopBlock(tr.selection), slot).scrollIntoView());
          return true;
        },
      moveAdSlot:
        (way, id) =>
        ({ tr, dispatch }) => {
          const from = id === undefined ? selectedSlot(tr) : findSlot(tr.doc, id);
          const isLocked = from !== null && tr.doc.nodeAt(from)?.attrs['locked'] === true;
          const to = from === null || isLocked ? null : besideNeighbour(tr.doc, from, way);
          if (from === null || to === null) return false;
          if (dispatch !== undefined) dispatch(moveBlock(tr, from, to));
          return true;
        },
    };
  },
});

function checkKey(value: unknown): void {
  if (!adSlotKey.safeParse(value).success) throw new RangeError('an ad slot has no proper key');
}

function selectedSlot({ doc, selection }: Transaction): number | null {
  return doc.nodeAt(selection.from)?.type.name === 'adSlot' && selection instanceof NodeSelection
    ? selection.from
    : null;
}

function findSlot(doc: DocumentTree, id: string): number | null {
  let found: number | null = null;
  doc.forEach((block, position) => {
    if (block.type.name === 'adSlot' && block.attrs['id'] === id) found ??= position;
  });
  return found;
}

function tidySlot(attrs: Attrs): AdSlotAttrs {
  const id: unknown = attrs['id'];
  const key = adSlotKey.safeParse(attrs['slotKey']);
  return {
    id: typeof id === 'string' && /^[a-z0-9][\w-]{0,63}$/i.test(id) ? id : null,
    slotKey: key.success ? key.data : DEFAULT_AD_SLOT,
    locked: attrs['locked'] === true,
  };
}

function adSlotDom(attrs: Attrs): DomSpec {
  const { id, slotKey, locked } = tidySlot(attrs);
  return [
    'aside',
    {
      class: 'ad-slot',
      role: 'complementary',
      'aria-label': 'Advertisement',
      'data-slot': slotKey,
      ...(id === null ? {} : { 'data-slot-id': id }),
      ...(locked ? { 'data-locked': '' } : {}),
    },
  ];
}

function readSlot(element: HtmlElement): AdSlotAttrs {
  const [id, slotKey] = ['data-slot-id', 'data-slot'].map((name) => element.getAttribute(name));
  return tidySlot({ id, slotKey, locked: element.getAttribute('data-locked') !== null });
}

const comment = /^<!--\s*ad:(\S+)(?:\s+(\S+))?(\s+locked)?\s*-->$/;

/** The slot that an HTML comment stands for (`<!-- ad:KEY ID -->`, `<!-- ad:KEY ID locked -->`), or null. */
function adSlotOfComment(text: string): AdSlotAttrs | null {
  const [, slotKey, id, locked] = comment.exec(text) ?? [];
  if (slotKey === undefined || !adSlotKey.safeParse(slotKey).success) return null;
  return tidySlot({ id, slotKey, locked: locked !== undefined });
}

export const adSlot: DocumentNode = {
  extension: AdSlot,
  label: saying('Ad slot'),
  blockId: 'travelling',
  toMarkdown(state, node) {
    const { id, slotKey, locked } = tidySlot(node.attrs);
    const parts = [
      `ad:${slotKey}`,
      ...(id !== null || locked ? [id ?? '-'] : []),
      ...(locked ? ['locked'] : []),
    ];
    state.write(`<!-- ${parts.join(' ')} -->`);
    state.closeBlock(node);
  },
  fromComment: adSlotOfComment,
  toHtml: ({ id, slotKey }, options) =>
    options.adSlot?.({ id: String(id ?? ''), slotKey: String(slotKey) }) ?? null,
  movesByKey: ({ locked }) => locked !== true,
  toldAs: ({ slotKey }) => [String(slotKey)],
  normalise(attrs) {
    const tidy = { ...attrs, ...tidySlot(attrs) };
    return Object.entries(tidy).every(([name, value]) => attrs[name] === value) ? attrs : tidy;
  },
};
