import { basename, dirname } from 'node:path';
import type { ContractHandlers } from '#shared/contract';
import type { ImportOutcome } from '#shared/contract/operations/imports';
import { type Imported, importFile } from '../../imports/importFile';
import { getReport, markPiece } from '../../store/articles/importReports';
import { getSettings } from '../../store/settings';
import { toldFailure } from '../../store/safety/recoveryMark';
import { chooseFiles } from '../../windows/dialogs';
import type { Services } from './services';

type Needs = Pick<
  Services,
  'store' | 'imports' | 'failed' | 'windows' | 'publish' | 'changes' | 'changeSettings'
>;

export function importHandlers(services: Needs): ContractHandlers['imports'] {
  const { store, failed, windows, publish, changes, changeSettings } = services;
  const context = { store, reader: services.imports };

  /** One file's outcome: what is wrong with one does not keep the others out. */
  const importing = async (file: string, work: () => Promise<Imported>): Promise<ImportOutcome> => {
    try {
      const { summary } = await work();
      changes.tell([summary.id], null);
      publish('sections.changed', null);
      return { kind: 'imported', file, summary };
    } catch (thrown) {
      return { kind: 'failed', file, failure: failed(toldFailure(store.folder, thrown)) };
    }
  };

  const importPath = (path: string): Promise<ImportOutcome> => {
    const name = basename(path);
    return importing(name, () => importFile(context, { name, path }));
  };

  return {
    pick: async (_request, { windowId }) => {
      const paths = await chooseFiles(windows.find(windowId), getSettings(store).importFolder);
      const [first] = paths;
      if (first !== undefined) changeSettings({ importFolder: dirname(first) });
      const outcomes: ImportOutcome[] = [];
      for (const path of paths) outcomes.push(await importPath(path));
      return outcomes;
    },
    dropped: (file) => importing(file.name, () => importFile(context, file)),
    report: ({ articleId }) => getReport(store, articleId),
    mark: (request) => markPiece(store, request),
  };
}
