import { isCommandId } from '#shared/commands';
import type { ContractHandlers } from '#shared/contract';
import { NutgrafError } from '#shared/domain/failure';
import { getSettings } from '../../store/settings';
import type { Services } from './services';

type Needs = Pick<
  Services,
  'store' | 'notices' | 'disk' | 'safety' | 'windows' | 'runCommand' | 'openOutside'
>;

export function appHandlers(services: Needs): ContractHandlers['app'] {
  const { store, notices, disk, safety, windows, runCommand, openOutside } = services;
  return {
    settings: () => getSettings(store),
    context: (context, { windowId }) => {
      windows.setContext(windowId, context);
      return null;
    },
    run: ({ command }, { windowId }) => {
      if (!isCommandId(command))
        throw new NutgrafError('unknown_command', `There is no command “${command}”.`);
      runCommand(command, windowId);
      return null;
    },
    notices: () => [...notices, ...safety.notices(), ...disk.notices()],
    recover: () => {
      safety.recover();
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
