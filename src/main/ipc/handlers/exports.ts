import type { ContractHandlers } from '#shared/contract';
import { NutgrafError } from '#shared/domain/failure';
import { say } from '#shared/language/say';
import { listHeld } from '../../store/articles/holds';
import { getExport } from '../../store/jobs/exportItems';
import { getSettings } from '../../store/settings';
import { shell } from 'electron';
import { chooseFolder } from '../../windows/dialogs';
import type { Services } from './services';

type Needs = Pick<Services, 'store' | 'policy' | 'jobs' | 'windows' | 'dragOut' | 'changeSettings'>;

export function exportHandlers(services: Needs): ContractHandlers['exports'] {
  const { store, policy, jobs, windows, dragOut, changeSettings } = services;
  return {
    start: async ({ format, selection, override }, { windowId }) => {
      const folder = await chooseFolder(windows.find(windowId), {
        title: say('Export into a folder'),
        buttonLabel: say('Export here'),
        from: getSettings(store, policy).exportFolder,
      });
      if (folder === null) return null;
      if (policy.locked.exportFolder === undefined) changeSettings({ set: { exportFolder: folder } });
      return jobs.export.start({ format, selection, folder, override: override ?? null });
    },
    held: ({ selection }) => listHeld(store, selection),
    list: () => jobs.export.list(),
    cancel: ({ id }) => jobs.export.cancel(id),
    retry: ({ id }) => jobs.export.retry(id),
    drag: async ({ articleId }, { windowId }) => {
      const window = windows.find(windowId);
      if (window) await dragOut.begin(window.webContents, articleId);
      return null;
    },
    reveal: async ({ id }) => {
      const { folder } = getExport(store, id).request;
      const why = await shell.openPath(folder);
      if (why === '') return null;
      throw new NutgrafError(
        'folder_not_shown',
        say('The folder of this export cannot be opened. Check that it is still there.'),
        why,
      );
    },
  };
}
