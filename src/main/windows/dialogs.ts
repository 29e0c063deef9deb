import { importExtensions } from '#shared/domain/importFormats';
import { say } from '#shared/language/say';
import { type BrowserWindow, type OpenDialogOptions, type SaveDialogOptions, dialog } from 'electron';

/** A sheet on the window if there is one, else a separate dialog. Empty when the user cancelled. */
async function choose(window: BrowserWindow | null, options: OpenDialogOptions): Promise<readonly string[]> {
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return canceled ? [] : filePaths;
}

/** Not every system remembers the folder of an app's last dialog, so it is always passed in; empty means "yours". */
const startingIn = (folder: string): OpenDialogOptions => (folder === '' ? {} : { defaultPath: folder });

/** The files that the user chose to import. */
export function chooseFiles(window: BrowserWindow | null, folder: string): Promise<readonly string[]> {
  return choose(window, {
    ...startingIn(folder),
    title: say('Import'),
    buttonLabel: say('Import'),
    properties: ['openFile', 'multiSelections'],
    filters: [
      {
        name: say('Text, Markdown and web pages'),
        extensions: [...importExtensions],
      },
      { name: say('All files'), extensions: ['*'] },
    ],
  });
}

interface FolderWords {
  readonly title: string;
  readonly buttonLabel: string;
  /** Where the dialog opens; empty means "yours". */
  readonly from: string;
}

/** The folder that the user chose, or null. */
export async function chooseFolder(
  window: BrowserWindow | null,
  { from, ...words }: FolderWords,
): Promise<string | null> {
  const [chosen] = await choose(window, {
    ...startingIn(from),
    ...words,
    properties: ['openDirectory', 'createDirectory'],
  });
  return chosen ?? null;
}

const settingsFiles = () => ({ name: say('Settings of Nutgraf'), extensions: ['json'] });

/** The file of settings that the user chose to read, or null. */
export async function chooseSettingsFile(window: BrowserWindow | null): Promise<string | null> {
  const [chosen] = await choose(window, {
    title: say('Import settings'),
    buttonLabel: say('Read'),
    properties: ['openFile'],
    filters: [settingsFiles()],
  });
  return chosen ?? null;
}

/** The file that the user named for their settings, or null; the system asks before another is replaced. */
export async function chooseSavedFile(window: BrowserWindow | null): Promise<string | null> {
  const options: SaveDialogOptions = {
    title: say('Export settings'),
    buttonLabel: say('Export here'),
    defaultPath: 'nutgraf-settings.json',
    filters: [settingsFiles()],
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  };
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  return canceled || filePath === '' ? null : filePath;
}
