import type { ContractHandlers } from '#shared/contract';
import type { Services } from './services';

type Needs = Pick<Services, 'updates' | 'openOutside' | 'windows'>;

export function updateHandlers({ updates, openOutside, windows }: Needs): ContractHandlers['updates'] {
  return {
    state: async () => {
      const all = await updates.get();
      all.begin();
      return all.state();
    },
    look: async () => (await updates.get()).look(true),
    download: async () => {
      (await updates.get()).download();
      return null;
    },
    cancel: async () => {
      (await updates.get()).cancel();
      return null;
    },
    restart: async () => {
      (await updates.get()).restart();
      return null;
    },
    openPage: async (_request, { windowId }) => {
      const page = await updates.page();
      if (page !== null) await openOutside(page, windows.find(windowId));
      return null;
    },
  };
}
