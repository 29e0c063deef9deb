import { basename } from 'node:path';
import { readSettingsFile, writeSettingsFile } from '#shared/commands/settingsFile';
import type { ContractHandlers } from '#shared/contract';
import { NutgrafError } from '#shared/domain/failure';
import { say } from '#shared/language/say';
import { fileBytes } from '../../imports/fileBytes';
import { replaceFile } from '../../store/disk/durableFile';
import { getSettingsSources } from '../../store/settings';
import { chooseFolder, chooseSavedFile, chooseSettingsFile } from '../../windows/dialogs';
import type { Services } from './services';

type Needs = Pick<Services, 'store' | 'policy' | 'changeSettings' | 'windows'>;

type SettingsHandlers = Pick<
  ContractHandlers['app'],
  'settingsSources' | 'changeSettings' | 'pickFolder' | 'exportSettings' | 'readSettings'
>;

/** The settings' part of the room `app`. */
export function settingsHandlers({ store, policy, changeSettings, windows }: Needs): SettingsHandlers {
  return {
    settingsSources: () => getSettingsSources(store, policy),
    changeSettings: (edit) => {
      changeSettings(edit);
      return getSettingsSources(store, policy);
    },
    pickFolder: ({ title, from }, { windowId }) =>
      chooseFolder(windows.find(windowId), { title, buttonLabel: say('Choose'), from }),
    exportSettings: async (_request, { windowId }) => {
      const path = await chooseSavedFile(windows.find(windowId));
      if (path === null) return null;
      write(path, writeSettingsFile(getSettingsSources(store, policy).chosen));
      return path;
    },
    readSettings: async (_request, { windowId }) => {
      const path = await chooseSettingsFile(windows.find(windowId));
      if (path === null) return null;
      const text = new TextDecoder().decode(fileBytes(path));
      const platform = process.platform === 'darwin' ? 'mac' : 'other';
      const reading = readSettingsFile(text, getSettingsSources(store, policy), platform);
      return { name: basename(path), ...reading };
    },
  };
}

function write(path: string, text: string): void {
  try {
    replaceFile(path, new TextEncoder().encode(text));
  } catch (thrown) {
    throw new NutgrafError(
      'settings_not_written',
      say(
        'The settings could not be written there. Nothing was changed. Choose another folder, or free some space.',
      ),
      (thrown as Error).message,
    );
  }
}
