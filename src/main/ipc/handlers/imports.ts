import { basename, dirname } from 'node:path';
import type { ContractHandlers } from '#shared/contract';
import { getReport, markPiece } from '../../store/articles/importReports';
import { importOutcomes } from '../../store/jobs/importItems';
import { getSettings } from '../../store/settings';
import { chooseFiles } from '../../windows/dialogs';
import type { Services } from './services';

type Needs = Pick<Services, 'store' | 'policy' | 'jobs' | 'windows' | 'dragOut' | 'changeSettings'>;

export function importHandlers(services: Needs): ContractHandlers['imports'] {
  const { store, policy, jobs, windows, dragOut, changeSettings } = services;
  return {
    pick: async (_request, { windowId }) => {
      const paths = await chooseFiles(windows.find(windowId), getSettings(store, policy).importFolder);
      const [first] = paths;
      if (first === undefined) return null;
      if (policy.locked.importFolder === undefined) changeSettings({ set: { importFolder: dirname(first) } });
      return jobs.import.start({ sources: paths.map((path) => ({ name: basename(path), path })) });
    },
    dropped: (_request, { files }) => {
      const sources = files.filter((file) => !('path' in file && dragOut.isOwn(file.path)));
      return files.length > 0 && sources.length === 0 ? null : jobs.import.start({ sources });
    },
    list: () => jobs.import.list(),
    cancel: ({ id }) => jobs.import.cancel(id),
    goOn: ({ id }) => jobs.import.retry(id),
    outcomes: ({ id }) => importOutcomes(store, id),
    cutShort: () => jobs.import.takeCutShort(),
    report: ({ articleId }) => getReport(store, articleId),
    mark: (request) => markPiece(store, request),
  };
}
