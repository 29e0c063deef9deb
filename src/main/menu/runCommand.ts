import { join } from 'node:path';
import { type CommandId, type MainCommandId, commands } from '#shared/commands';
import type { SwitchName } from '#shared/commands/command';
import type { Settings, SettingsPatch } from '#shared/domain/settings';
import { app, dialog, shell } from 'electron';
import type { AppWindows } from '../windows/appWindows';

interface Needs {
  /** The store's. */
  readonly folder: string;
  readonly windows: AppWindows;
  readonly settings: () => Settings;
  readonly changeSettings: (patch: SettingsPatch) => Settings;
  readonly sendWaiting: () => void;
}

/** Runs a command for a window (null: for the current one), whichever process carries it out. */
export type RunCommand = (command: CommandId, windowId: number | null) => void;

export function commandRunner(needs: Needs): RunCommand {
  const { windows } = needs;
  const turn = (name: SwitchName) => () => needs.changeSettings({ [name]: !needs.settings()[name] });
  const ofMain: Record<MainCommandId, () => void> = {
    'view.themeSystem': () => needs.changeSettings({ theme: 'system' }),
    'view.themeLight': () => needs.changeSettings({ theme: 'light' }),
    'view.themeDark': () => needs.changeSettings({ theme: 'dark' }),
    'format.autoformat': turn('autoformat'),
    'format.tabInLists': turn('tabInLists'),
    'cms.sync': needs.sendWaiting,
    'window.new': windows.open,
    'help.about': () => void showAbout(),
    'help.storeFolder': () => shell.showItemInFolder(join(needs.folder, 'nutgraf.db')),
  };
  return (command, windowId) => {
    if (runsInMain(command)) return ofMain[command]();
    const target = windowId ?? windows.current();
    if (target === null) return windows.open();
    windows.publishTo(target)('command.run', { command });
  };
}

const runsInMain = (command: CommandId): command is MainCommandId => commands[command].runs === 'main';

async function showAbout(): Promise<void> {
  const { electron, chrome, node } = process.versions;
  await dialog.showMessageBox({
    type: 'info',
    title: 'About Nutgraf',
    message: `Nutgraf ${app.getVersion()}`,
    detail: `An offline-first newsroom editor.\n\nElectron ${electron}, Chromium ${chrome}, Node ${node}`,
    buttons: ['Close'],
  });
}
