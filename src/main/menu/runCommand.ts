import { join } from 'node:path';
import { type ActionOfMain, type CommandId, commands } from '#shared/commands';
import { type Command, settingsChange } from '#shared/commands/command';
import type { Settings, SettingsEdit } from '#shared/domain/settings';
import { say } from '#shared/language/say';
import { app, dialog, shell } from 'electron';
import type { AppWindows } from '../windows/appWindows';

interface Needs {
  /** The store's. */
  readonly folder: string;
  readonly windows: AppWindows;
  readonly settings: () => Settings;
  readonly changeSettings: (edit: Partial<SettingsEdit>) => Settings;
  readonly sendWaiting: () => void;
  readonly openSampleDesk: () => void;
}

/** Runs a command for a window (null: the current one), whichever process carries it out. */
export type RunCommand = (command: CommandId, windowId: number | null) => void;

export function commandRunner(needs: Needs): RunCommand {
  const { windows } = needs;
  const ofMain: Record<ActionOfMain, () => void> = {
    'cms.sync': needs.sendWaiting,
    'window.new': windows.open,
    'help.sampleDesk': needs.openSampleDesk,
    'help.about': () => void showAbout(),
    'help.storeFolder': () => shell.showItemInFolder(join(needs.folder, 'nutgraf.db')),
  };
  return (command, windowId) => {
    const row: Command = commands[command];
    const change = settingsChange(row, needs.settings());
    if (change) return void needs.changeSettings({ set: change });
    if (isOf(ofMain, command)) return ofMain[command]();
    const target = windowId ?? windows.current();
    if (target === null) return windows.open();
    windows.publishTo(target)('command.run', { command });
  };
}

const isOf = <Id extends CommandId>(table: Record<Id, unknown>, command: CommandId): command is Id =>
  Object.hasOwn(table, command);

async function showAbout(): Promise<void> {
  const { electron, chrome, node } = process.versions;
  await dialog.showMessageBox({
    type: 'info',
    title: say('About Nutgraf'),
    message: `Nutgraf ${app.getVersion()}`,
    detail: `${say('An offline-first newsroom editor.')}\n\nElectron ${electron}, Chromium ${chrome}, Node ${node}`,
    buttons: [say('Close')],
  });
}
