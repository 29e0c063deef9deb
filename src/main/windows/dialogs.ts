import { type BrowserWindow, type OpenDialogOptions, dialog } from 'electron';

/** A sheet on the window where there is one, else a window of its own. Empty when the person cancelled. */
async function choose(window: BrowserWindow | null, options: OpenDialogOptions): Promise<readonly string[]> {
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options));
  return canceled ? [] : filePaths;
}

/** The systems forget the folder of an app's last dialog, so it is always handed in; empty means "yours". */
const startingIn = (folder: string): OpenDialogOptions => (folder === '' ? {} : { defaultPath: folder });

/** The articles' files that the person chose to import. */
export function chooseFiles(window: BrowserWindow | null, folder: string): Promise<readonly string[]> {
  return choose(window, {
    ...startingIn(folder),
    title: 'Import',
    buttonLabel: 'Import',
    properties: ['openFile', 'multiSelections'],
    filters: [
      {
        name: 'Text, Markdown and web pages',
        extensions: ['txt', 'text', 'md', 'markdown', 'html', 'htm', 'xhtml'],
      },
      { name: 'All files', extensions: ['*'] },
    ],
  });
}

/** The folder that the person chose to export into, or null. */
export async function chooseFolder(window: BrowserWindow | null, folder: string): Promise<string | null> {
  const [chosen] = await choose(window, {
    ...startingIn(folder),
    title: 'Export into a folder',
    buttonLabel: 'Export here',
    properties: ['openDirectory', 'createDirectory'],
  });
  return chosen ?? null;
}
