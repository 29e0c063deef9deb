import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { lacksBlockIds } from '#shared/document/blockId';
import { afterComposition } from '#renderer/base/composition';

/** Gives the blocks that were made while a word was being composed their ids, once it stands. */
export const IdsAfterComposition = Extension.create({
  name: 'idsAfterComposition',
  addProseMirrorPlugins: () => [new Plugin({ props: { handleDOMEvents: { compositionend: fillLater } } })],
});

function fillLater(view: EditorView): false {
  afterComposition(() => {
    if (!view.isDestroyed && lacksBlockIds(view.state)) view.dispatch(view.state.tr);
  });
  return false;
}
