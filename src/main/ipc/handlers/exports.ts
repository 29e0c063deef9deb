import type { DeskHandlers } from '#shared/contract';
import { getJob } from '../../store/jobs';
import { getSettings } from '../../store/settings';
import { shell } from 'electron';
import { chooseFolder } from '../../windows/dialogs';
import type { Services } from './services';

type Needs = Pick<Services, 'store' | 'jobs' | 'windows' | 'changeSettings'>;

export function exportHandlers({ store, jobs, windows, changeSettings }: Needs): DeskHandlers['exports'] {
  return {
    start: async ({ format, selection }, { windowId }) => {
      const folder = await chooseFolder(windows.find(windowId), getSettings(store).exportFolder);
      if (folder === null) return null;
      changeSettings({ exportFolder: folder });
      return jobs.start({ format, selection, folder });
    },
    list: () => jobs.list(),
    cancel: ({ id }) => jobs.cancel(id),
    retry: ({ id }) => jobs.retry(id),
    reveal: async ({ id }) => {
      await shell.openPath(getJob(store, id).request.folder);
      return null;
    },
  };
}
