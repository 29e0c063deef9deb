import { Extension } from '@tiptap/core';
import type { Editor } from '@tiptap/core';
import { Fragment } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import type { EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { blockDirection, hasWords } from '#shared/document/blockDirection';
import type { Direction } from '#shared/domain/direction';
import { changedBlocks } from '#shared/document/changedBlocks';

/** A node never changes, so what was found of it stays true. */
const found = new WeakMap<Node, Direction | null>();

function directionOf(block: Node): Direction | null {
  const known = found.get(block);
  if (known !== undefined) return known;
  const direction = blockDirection(block);
  found.set(block, direction);
  return direction;
}

/** Marks each block whose direction is not that of what it stands in, as `toHtml` does. */
function mark(parent: Node, start: number, around: Direction, marks: Decoration[]): void {
  parent.forEach((block, offset) => {
    if (block.isInline || !hasWords(block)) return;
    const direction = directionOf(block) ?? around;
    const at = start + offset;
    if (direction !== around) marks.push(Decoration.node(at, at + block.nodeSize, { dir: direction }));
    if (!block.isTextblock && !block.isAtom) mark(block, at + 1, direction, marks);
  });
}

interface Marked {
  readonly base: Direction;
  readonly decorations: DecorationSet;
}

function marked(doc: Node, base: Direction): Marked {
  const marks: Decoration[] = [];
  mark(doc, 0, base, marks);
  return { base, decorations: marks.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, marks) };
}

/** In a story of one direction, which most are, only what was changed is read. */
function staysUnmarked({ base, decorations }: Marked, before: Node, after: Node): boolean {
  if (decorations !== DecorationSet.empty) return false;
  const changed = after.copy(Fragment.from(changedBlocks(before, after).after));
  return marked(changed, base).decorations === DecorationSet.empty;
}

const key = new PluginKey<Marked>('blockDirections');

/**
 * Gives each block of the text its own direction, by the one rule of `shared/domain/direction`. As an attribute of a
 * decoration it is set on what is drawn already: nothing that is typed or composed in is drawn anew.
 */
export const BlockDirections = Extension.create({
  name: 'blockDirections',
  addProseMirrorPlugins: () => [
    new Plugin<Marked>({
      key,
      state: {
        init: (_config, { doc }) => marked(doc, 'ltr'),
        apply: (tr, now, before) => {
          const base = (tr.getMeta(key) as Direction | undefined) ?? now.base;
          if (base !== now.base) return marked(tr.doc, base);
          return tr.docChanged && !staysUnmarked(now, before.doc, tr.doc) ? marked(tr.doc, base) : now;
        },
      },
      props: { decorations: (state: EditorState) => key.getState(state)?.decorations },
    }),
  ],
});

/** Tells the text in which direction its article is written. */
export function setBaseDirection(editor: Editor, base: Direction): void {
  if (editor.isDestroyed || key.getState(editor.state)?.base === base) return;
  editor.view.dispatch(editor.state.tr.setMeta(key, base).setMeta('addToHistory', false));
}
