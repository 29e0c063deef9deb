import { Extension, Node } from '@tiptap/core';
import type { AnyExtension, NodeViewRenderer } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { ReactNodeViewRenderer } from '@tiptap/react';
import type { ReactNodeViewProps } from '@tiptap/react';
import type { ComponentType } from 'react';
import { commandIds, commands } from '#shared/commands';
import type { CommandId } from '#shared/commands';
import type { Command } from '#shared/commands/command';
import { extensions } from '#shared/document/schema';
import { runCommand } from '#renderer/base/commands/commandBus';
import { currentSettings } from '#renderer/base/queries/settings';
import { Autoformat } from '../autoformat/autoformat';
import { BlockKeys } from './blockKeys';
import { CaretBlock } from './caretBlock';
import { FarMoves } from './farMoves';
import { IdsAfterComposition } from './idsAfterComposition';
import { keyMapName } from './keyMapName';
import { ListTab } from './listTab';
import { ReadCaret } from './readCaret';
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
 * Until React is there to draw a view, nothing stands in its place: the node's own DOM would ask for an image at
 * an address that the page may not load.
 */
function orNothing(render: NodeViewRenderer): NodeViewRenderer {
  return (props) => {
    const made = render(props);
    return 'dom' in made ? withFields(made) : { dom: document.createElement('div') };
  };
}

/**
 * TipTap takes its views away before it takes an editor away: then too nothing stands in their place, for the same
 * reason. A plugin's views count where the editor has none.
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

/** The menu's keys, in the text too: so a command means the same whether the page or the menu sees the key first. */
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
