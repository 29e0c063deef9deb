import type { CommandContext } from './commandContext';
import type { Settings } from './domain/settings';

export type MenuName = 'file' | 'edit' | 'format' | 'insert' | 'view' | 'cms' | 'window' | 'help';

/** A setting that is on or off. */
export type SwitchName = {
  [Name in keyof Settings]: Settings[Name] extends boolean ? Name : never;
}[keyof Settings];

/** What must hold for a command to be offered. */
type CommandNeeds = 'nothing' | 'article' | 'writable' | 'editing' | 'trashed' | 'account' | 'sendable';

export interface Command {
  readonly label: string;
  readonly menu: MenuName;
  /** Commands of one group stand together; a line divides the groups. */
  readonly group: number;
  /** In Electron's form. `CmdOrCtrl` is ⌘ on macOS. */
  readonly accelerator?: string;
  readonly needs: CommandNeeds;
  /** The setting that it turns on and off: the menu shows a tick while it is on. */
  readonly setting?: SwitchName;
  /** The process that carries it out. */
  readonly runs: 'main' | 'window';
  /** It is for what a dialog holds as well: the other commands of the page are off while one lies over it. */
  readonly inDialogs?: boolean;
}

/**
 * Every command of the app, once. The menu, the palette and the shortcuts are drawn from it; roles that the OS
 * supplies (copy, paste, quit, zoom …) are added by the menu itself. Order is the order within the menu.
 */
export const commands = {
  'article.new': {
    label: 'New article',
    menu: 'file',
    group: 1,
    accelerator: 'CmdOrCtrl+N',
    needs: 'nothing',
    runs: 'window',
  },
  'import.files': {
    label: 'Import…',
    menu: 'file',
    group: 2,
    accelerator: 'CmdOrCtrl+O',
    needs: 'nothing',
    runs: 'window',
  },
  'import.report': { label: 'Import report', menu: 'file', group: 2, needs: 'article', runs: 'window' },
  'export.dialog': {
    label: 'Export…',
    menu: 'file',
    group: 3,
    accelerator: 'CmdOrCtrl+Shift+E',
    needs: 'nothing',
    runs: 'window',
  },
  'article.save': {
    label: 'Save now',
    menu: 'file',
    group: 4,
    accelerator: 'CmdOrCtrl+S',
    needs: 'writable',
    runs: 'window',
  },
  'article.trash': { label: 'Move to trash', menu: 'file', group: 5, needs: 'writable', runs: 'window' },
  'article.restore': {
    label: 'Put back from trash',
    menu: 'file',
    group: 5,
    needs: 'trashed',
    runs: 'window',
  },
  'edit.undo': {
    label: 'Undo',
    menu: 'edit',
    group: 1,
    accelerator: 'CmdOrCtrl+Z',
    needs: 'writable',
    runs: 'window',
    inDialogs: true,
  },
  'edit.redo': {
    label: 'Redo',
    menu: 'edit',
    group: 1,
    accelerator: 'CmdOrCtrl+Shift+Z',
    needs: 'writable',
    runs: 'window',
    inDialogs: true,
  },
  'palette.open': {
    label: 'Command palette…',
    menu: 'edit',
    group: 9,
    accelerator: 'CmdOrCtrl+K',
    needs: 'nothing',
    runs: 'window',
  },
  'article.search': {
    label: 'Search articles',
    menu: 'edit',
    group: 9,
    accelerator: 'CmdOrCtrl+Shift+F',
    needs: 'nothing',
    runs: 'window',
  },
  'format.bold': {
    label: 'Bold',
    menu: 'format',
    group: 1,
    accelerator: 'CmdOrCtrl+B',
    needs: 'editing',
    runs: 'window',
  },
  'format.italic': {
    label: 'Italic',
    menu: 'format',
    group: 1,
    accelerator: 'CmdOrCtrl+I',
    needs: 'editing',
    runs: 'window',
  },
  'format.underline': {
    label: 'Underline',
    menu: 'format',
    group: 1,
    accelerator: 'CmdOrCtrl+U',
    needs: 'editing',
    runs: 'window',
  },
  'format.strike': {
    label: 'Strikethrough',
    menu: 'format',
    group: 1,
    accelerator: 'CmdOrCtrl+Shift+X',
    needs: 'editing',
    runs: 'window',
  },
  'format.code': {
    label: 'Code',
    menu: 'format',
    group: 1,
    accelerator: 'CmdOrCtrl+E',
    needs: 'editing',
    runs: 'window',
  },
  'format.link': {
    label: 'Link…',
    menu: 'format',
    group: 2,
    accelerator: 'CmdOrCtrl+Shift+K',
    needs: 'editing',
    runs: 'window',
  },
  'format.paragraph': {
    label: 'Paragraph',
    menu: 'format',
    group: 3,
    accelerator: 'CmdOrCtrl+Shift+P',
    needs: 'editing',
    runs: 'window',
  },
  'format.heading2': {
    label: 'Crosshead',
    menu: 'format',
    group: 3,
    accelerator: 'CmdOrCtrl+Shift+H',
    needs: 'editing',
    runs: 'window',
  },
  'format.heading3': {
    label: 'Crosshead, smaller',
    menu: 'format',
    group: 3,
    needs: 'editing',
    runs: 'window',
  },
  'format.heading4': {
    label: 'Crosshead, smallest',
    menu: 'format',
    group: 3,
    needs: 'editing',
    runs: 'window',
  },
  'format.quote': {
    label: 'Quote',
    menu: 'format',
    group: 4,
    accelerator: 'CmdOrCtrl+Shift+B',
    needs: 'editing',
    runs: 'window',
  },
  'format.bulletList': {
    label: 'Bulleted list',
    menu: 'format',
    group: 4,
    accelerator: 'CmdOrCtrl+Shift+8',
    needs: 'editing',
    runs: 'window',
  },
  'format.orderedList': {
    label: 'Numbered list',
    menu: 'format',
    group: 4,
    accelerator: 'CmdOrCtrl+Shift+7',
    needs: 'editing',
    runs: 'window',
  },
  'format.autoformat': {
    label: 'Format while typing',
    menu: 'format',
    group: 5,
    needs: 'nothing',
    setting: 'autoformat',
    runs: 'main',
  },
  'format.listIn': {
    label: 'List item one level in',
    menu: 'format',
    group: 5,
    needs: 'editing',
    runs: 'window',
  },
  'format.listOut': {
    label: 'List item one level out',
    menu: 'format',
    group: 5,
    needs: 'editing',
    runs: 'window',
  },
  'format.tabInLists': {
    label: 'Tab key moves list items',
    menu: 'format',
    group: 5,
    needs: 'nothing',
    setting: 'tabInLists',
    runs: 'main',
  },
  'insert.adSlot': {
    label: 'Ad slot',
    menu: 'insert',
    group: 1,
    accelerator: 'CmdOrCtrl+Shift+A',
    needs: 'editing',
    runs: 'window',
  },
  'insert.image': { label: 'Image…', menu: 'insert', group: 1, needs: 'editing', runs: 'window' },
  'insert.rule': { label: 'Horizontal rule', menu: 'insert', group: 1, needs: 'editing', runs: 'window' },
  'insert.break': { label: 'Line break', menu: 'insert', group: 1, needs: 'editing', runs: 'window' },
  'insert.hashtag': { label: 'Hashtag', menu: 'insert', group: 2, needs: 'writable', runs: 'window' },
  'view.list': {
    label: 'Go to the list',
    menu: 'view',
    group: 1,
    accelerator: 'CmdOrCtrl+1',
    needs: 'nothing',
    runs: 'window',
  },
  'view.editor': {
    label: 'Go to the text',
    menu: 'view',
    group: 1,
    accelerator: 'CmdOrCtrl+2',
    needs: 'article',
    runs: 'window',
  },
  'view.inspector': {
    label: 'Show or hide the inspector',
    menu: 'view',
    group: 1,
    accelerator: 'CmdOrCtrl+3',
    needs: 'nothing',
    runs: 'window',
  },
  'view.themeSystem': {
    label: 'Theme: as the system',
    menu: 'view',
    group: 2,
    needs: 'nothing',
    runs: 'main',
  },
  'view.themeLight': { label: 'Theme: light', menu: 'view', group: 2, needs: 'nothing', runs: 'main' },
  'view.themeDark': { label: 'Theme: dark', menu: 'view', group: 2, needs: 'nothing', runs: 'main' },
  'sections.edit': { label: 'Edit sections…', menu: 'view', group: 3, needs: 'nothing', runs: 'window' },
  'cms.send': {
    label: 'Send to WordPress',
    menu: 'cms',
    group: 1,
    accelerator: 'CmdOrCtrl+Enter',
    needs: 'sendable',
    runs: 'window',
  },
  'cms.sync': { label: 'Send all that waits', menu: 'cms', group: 1, needs: 'account', runs: 'main' },
  'cms.addAccount': { label: 'Add account…', menu: 'cms', group: 2, needs: 'nothing', runs: 'window' },
  'cms.accounts': { label: 'Accounts…', menu: 'cms', group: 2, needs: 'account', runs: 'window' },
  'window.new': {
    label: 'New window',
    menu: 'window',
    group: 1,
    accelerator: 'CmdOrCtrl+Shift+N',
    needs: 'nothing',
    runs: 'main',
  },
  'help.about': { label: 'About Nutgraf', menu: 'help', group: 1, needs: 'nothing', runs: 'main' },
  'help.storeFolder': {
    label: 'Open the store’s folder',
    menu: 'help',
    group: 1,
    needs: 'nothing',
    runs: 'main',
  },
} as const satisfies Record<string, Command>;

export type CommandId = keyof typeof commands;
export type MainCommandId = {
  [Id in CommandId]: (typeof commands)[Id]['runs'] extends 'main' ? Id : never;
}[CommandId];
export type WindowCommandId = Exclude<CommandId, MainCommandId>;

export const commandIds = Object.keys(commands) as readonly CommandId[];

export function isCommandId(value: string): value is CommandId {
  return Object.hasOwn(commands, value);
}

const needs = {
  nothing: () => true,
  article: (context) => context.article,
  writable: (context) => context.article && !context.trashed,
  editing: (context) => context.article && !context.trashed && context.editing,
  trashed: (context) => context.article && context.trashed,
  account: (context) => context.account,
  sendable: (context) => context.article && !context.trashed && context.account,
} as const satisfies Record<CommandNeeds, (context: CommandContext) => boolean>;

/** Whether a command can be run with what is open. */
export function isEnabled(command: CommandId, context: CommandContext): boolean {
  const { needs: need, runs, inDialogs = false }: Command = commands[command];
  if (context.modal && runs === 'window' && !inDialogs) return false;
  return needs[need](context);
}
