import { isCommandId } from '#shared/commands';
import type { ContractHandlers } from '#shared/contract';
import { NutgrafError } from '#shared/domain/failure';
import { say, saying } from '#shared/language/say';
import { readFile } from 'node:fs/promises';
import { isTourDue } from '../../firstStart';
import { firstReadHandlers } from './firstReads';
import { privacyHandlers } from './privacy';
import type { Services } from './services';
import { settingsHandlers } from './settings';

type Needs = Pick<
  Services,
  | 'store'
  | 'offersTour'
  | 'policy'
  | 'notices'
  | 'changeSettings'
  | 'disk'
  | 'safety'
  | 'windows'
  | 'opened'
  | 'runCommand'
  | 'throwAwaySampleDesk'
  | 'openOutside'
  | 'texts'
>;

export function appHandlers(services: Needs): ContractHandlers['app'] {
  const { store, policy, notices, disk, safety, windows, opened, runCommand, openOutside, texts } = services;
  return {
    ...firstReadHandlers(store, policy).app,
    ...settingsHandlers(services),
    ...privacyHandlers(services),
    context: (context, { windowId }) => {
      windows.setContext(windowId, context);
      return null;
    },
    opened: ({ articleId }) => {
      opened.opened(articleId);
      return null;
    },
    run: ({ command }, { windowId }) => {
      if (!isCommandId(command))
        throw new NutgrafError('unknown_command', say('There is no command “{command}”.', { command }));
      runCommand(command, windowId);
      return null;
    },
    offersTour: () => services.offersTour() && isTourDue(store, policy),
    notices: () => [...notices, ...safety.notices(), ...disk.notices()],
    licences: () => readText(texts.licences, noLicences),
    changes: () => readText(texts.changes, noChanges),
    recover: () => {
      safety.recover();
      return null;
    },
    throwAwaySampleDesk: async (_request, { windowId }) => {
      await services.throwAwaySampleDesk(windows.find(windowId));
      return null;
    },
    readyToClose: (_request, { windowId }) => {
      windows.readyToClose(windowId);
      return null;
    },
    openExternal: async ({ url }, { windowId }) => {
      await openOutside(url, windows.find(windowId));
      return null;
    },
  };
}

const noLicences = {
  code: 'no_licences',
  message: saying(
    'The licences cannot be read: a file of Nutgraf is missing. Your articles are safe. Install Nutgraf again.',
  ),
};
const noChanges = {
  code: 'no_changes',
  message: saying(
    'What is new cannot be read: a file of Nutgraf is missing. Your articles are safe. Install Nutgraf again.',
  ),
};

async function readText(file: string, { code, message }: typeof noLicences): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (thrown) {
    throw new NutgrafError(code, message(), (thrown as Error).message);
  }
}
