import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { NutgrafError } from '#shared/domain/failure';
import { say } from '#shared/language/say';
import { type BrowserWindow, app, dialog } from 'electron';
import { markForThrowingAway, sampleDeskArguments, throwAway } from '../sampleDesk';

/**
 * Opens the sample desk of the store in `folder`, as an app of its own; one that is open comes to the front. Throws
 * NutgrafError `app_moved`.
 */
export async function openSampleDesk(folder: string): Promise<void> {
  const start = { argv: process.argv, isPackaged: app.isPackaged, appPath: app.getAppPath() };
  const desk = spawn(process.execPath, sampleDeskArguments(start, folder), {
    detached: true,
    stdio: 'ignore',
  });
  // Nothing waits for its end, nor ends with it.
  desk.unref();
  await once(desk, 'spawn').catch((thrown: unknown) => {
    throw new NutgrafError(
      'app_moved',
      say(
        'The sample desk could not be opened: Nutgraf’s program is no longer where it was started. Start Nutgraf again.',
      ),
      String(thrown),
    );
  });
}

/**
 * What asks whether the sample desk in `folder` is to be thrown away, and if so ends the app and removes the desk. It
 * throws NutgrafError `not_the_sample_desk` where this app has a person's own store open (null).
 */
export const throwsAwayWhenAsked =
  (folder: string | null) =>
  async (window: BrowserWindow | null): Promise<void> => {
    if (folder === null)
      throw new NutgrafError('not_the_sample_desk', say('This is no sample desk. Nothing was thrown away.'));
    if (!(await isWanted(window))) return;
    markForThrowingAway(folder);
    process.once('exit', () => throwAway(folder));
    app.quit();
  };

async function isWanted(window: BrowserWindow | null): Promise<boolean> {
  const question = {
    type: 'question' as const,
    title: 'Nutgraf',
    message: say('Throw the sample desk away?'),
    detail: say(
      'Its stories and everything you changed in them are removed, and this app closes. Your own articles are not touched. The next sample desk is a new one.',
    ),
    buttons: [say('Throw away'), say('Cancel')],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  };
  const { response } = await (window
    ? dialog.showMessageBox(window, question)
    : dialog.showMessageBox(question));
  return response === 0;
}
