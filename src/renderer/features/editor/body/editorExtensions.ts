import { Extension, Node, type AnyExtension, type NodeViewRenderer } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ReactNodeViewRenderer, type ReactNodeViewProps } from '@tiptap/react';
import type { ComponentType } from 'react';
import { afterComposition } from '#renderer/base/composition';
import { lacksBlockIds } from '#shared/document/blockId';
import { extensions } from '#shared/document/schema';
import { currentSettings } from '#renderer/base/queries/settings';
import { Autoformat } from '../autoformat/autoformat';
import { BlockKeys } from './blockKeys';
import { CodeKeys } from './codeKeys';
import { CodeReach } from './codeReach';
import { CommandKeys } from './commandKeys';
import { CaretBlock, FarMoves, ReadCaret } from './caret';
import { ListTab } from './listTab';
import { BlockDirections } from '../script/blockDirections';
import { Paste } from '../paste/Paste';
import { AdSlotView } from '../views/AdSlotView';
import { WordsInHistory } from '../history/wordsInHistory';
import { FigureView } from '../views/FigureView';
import { withFields } from '../views/nodeFieldEvents';

/** Only what is more than text gets a view of its own: one on every paragraph makes typing ten times slower. */
const views: Readonly<Record<string, ComponentType<ReactNodeViewProps>>> = {
  adSlot: AdSlotView,
  figure: FigureView,
};

function withView(extension: AnyExtension): AnyExtension {
  const view = views[extension.name];
  if (!view || !(extension instanceof Node)) return extension;
  return extension.extend({ addNodeView: () => orNothing(ReactNodeViewRenderer(view)) });
}

/**
 * Until React can draw a view, nothing is in its place: the node's own DOM would request an image at an address that
 * the page may not load.
 */
function orNothing(render: NodeViewRenderer): NodeViewRenderer {
  return (props) => {
    const made = render(props);
    return 'dom' in made ? withFields(made) : { dom: document.createElement('div') };
  };
}

/**
 * TipTap removes its views before it removes an editor: then, too, nothing is in their place, for the same reason. If
 * the editor has no view for a node, a plugin's counts.
 */
const NothingWithoutViews = Extension.create({
  name: 'nothingWithoutViews',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        nodeViews: Object.fromEntries(
          Object.keys(views).map((name) => [name, () => ({ dom: document.createElement('div') })]),
        ),
      },
    }),
  ],
});

/** Gives ids to the blocks created while a word was being composed, once it is complete. */
const IdsAfterComposition = Extension.create({
  name: 'idsAfterComposition',
  addProseMirrorPlugins: () => [new Plugin({ props: { handleDOMEvents: { compositionend: fillLater } } })],
});

function fillLater(view: EditorView): false {
  afterComposition(() => {
    if (!view.isDestroyed && lacksBlockIds(view.state)) view.dispatch(view.state.tr);
  });
  return false;
}

/** The document's own extensions, with our views and keys. */
export const editorExtensions: AnyExtension[] = [
  ...extensions.map(withView),
  ReadCaret,
  CommandKeys,
  Autoformat.configure({ isOn: () => currentSettings().autoformat }),
  BlockKeys,
  CodeKeys,
  CodeReach,
  CaretBlock,
  FarMoves,
  BlockDirections,
  ListTab,
  IdsAfterComposition,
  WordsInHistory,
  NothingWithoutViews,
  Paste,
];
