import { channels } from '#shared/contract/define';
import { type DeskHandlers, operations } from '#shared/contract';
import { DeskError } from '#shared/domain/failure';
import { ipcMain } from 'electron';
import { answer, routesOf } from './answer';
import { type OwnWindows, trustedSender } from './trustedSender';

const untrusted = new DeskError('untrusted_sender', 'This page may not use the desk.').toFailure();

export interface Service {
  readonly handlers: DeskHandlers;
  readonly ownWindows: OwnWindows;
  readonly origin: string;
  readonly report: (name: string, thrown: unknown) => void;
}

/** Serves the contract to our windows; every call gets an outcome, a refused one too. */
export function serve({ handlers, ownWindows, origin, report }: Service): void {
  const routes = routesOf(operations, handlers);
  ipcMain.handle(channels.call, (event, name: unknown, request: unknown) => {
    const caller = trustedSender(event, ownWindows, origin);
    return caller ? answer(routes, name, request, caller, report) : { ok: false, failure: untrusted };
  });
}
