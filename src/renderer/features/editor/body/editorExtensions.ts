import { Extension, Node, type AnyExtension, type NodeViewRenderer } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { ReactNodeViewRenderer, type ReactNodeViewProps } from '@tiptap/react';
import type { ComponentType } from 'react';
import { afterComposition } from '#renderer/base/composition';
import { commandIds, commands, type CommandId } from '#shared/commands';
import type { Command } from '#shared/commands/command';
import { lacksBlockIds } from '#shared/document/blockId';
import { extensions } from '#shared/document/schema';
import { runCommand } from '#renderer/base/commands/commandBus';
import { currentSettings } from '#renderer/base/queries/settings';
import { Autoformat } from '../autoformat/autoformat';
import { BlockKeys } from './blockKeys';
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

/** The menu's keys in the text, too: so a command means the same whether the page or the menu sees the key first. */
const CommandKeys = Extension.create({
  name: 'commandKeys',
  priority: 1000,
  addKeyboardShortcuts: () =>
    Object.fromEntries(
      commandIds.filter(isTextCommand).map((id) => [
        keyMapName(id) ?? '',
        () => {
          void runCommand(id);
          return true;
        },
      ]),
    ),
});

function isTextCommand(id: CommandId): boolean {
  const { needs, accelerator }: Command = commands[id];
  return needs === 'editing' && accelerator !== undefined;
}

/** The document's own extensions, with our views and keys. */
export const editorExtensions: AnyExtension[] = [
  ...extensions.map(withView),
  ReadCaret,
  CommandKeys,
  Autoformat.configure({ isOn: () => currentSettings().autoformat }),
  BlockKeys,
  CaretBlock,
  FarMoves,
  BlockDirections,
  ListTab,
  IdsAfterComposition,
  WordsInHistory,
  NothingWithoutViews,
  Paste,
];

/** A command's keys as the text's key map names them: `Mod-Shift-k`. Undefined if it has none. */
function keyMapName(id: CommandId): string | undefined {
  const { accelerator }: Command = commands[id];
  const keys = accelerator?.replace('CmdOrCtrl', 'Mod').split('+');
  return keys?.map((key) => (key.length === 1 ? key.toLowerCase() : key)).join('-');
}
