import { channels } from '#shared/contract/define';
import { type ContractHandlers, operations } from '#shared/contract';
import { NutgrafError, type Failure } from '#shared/domain/failure';
import { ipcMain } from 'electron';
import { answer, routesOf } from './answer';
import { type OwnWindows, trustedSender } from './trustedSender';

const untrusted = new NutgrafError('untrusted_sender', 'This page may not use Nutgraf.').toFailure();

export interface Service {
  readonly handlers: ContractHandlers;
  readonly ownWindows: OwnWindows;
  readonly origin: string;
  readonly report: (name: string, thrown: unknown) => void;
  /** Hears every failure that a window is to be told, and answers with what to tell of it. */
  readonly failed: (failure: Failure) => Failure;
}

/** Serves the contract to our windows; every call gets an outcome, a refused one too. */
export function serve({ handlers, ownWindows, origin, report, failed }: Service): void {
  const routes = routesOf(operations, handlers);
  ipcMain.handle(channels.call, async (event, name: unknown, request: unknown) => {
    const caller = trustedSender(event, ownWindows, origin);
    if (!caller) return { ok: false, failure: untrusted };
    const outcome = await answer(routes, name, request, caller, report);
    return outcome.ok ? outcome : { ok: false, failure: failed(outcome.failure) };
  });
}
