import { channels } from '#shared/contract/define';
import { type ContractHandlers, operations } from '#shared/contract';
import { readHandedFiles } from '#shared/contract/handedFiles';
import { NutgrafError, type Failure } from '#shared/domain/failure';
import { ipcMain } from 'electron';
import { answer, routesOf } from './answer';
import { type OwnWindows, trustedSender } from './trustedSender';

const badFiles = new NutgrafError(
  'bad_request',
  'These files cannot be handed to Nutgraf. Nothing was changed; take fewer at once.',
).toFailure();

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
  ipcMain.handle(channels.call, async (event, name: unknown, request: unknown, handed: unknown) => {
    const windowId = trustedSender(event, ownWindows, origin);
    if (windowId === null) return { ok: false, failure: untrusted };
    const files = readHandedFiles(handed ?? []);
    if (files === null) return { ok: false, failure: badFiles };
    const outcome = await answer(routes, name, request, { windowId, files }, report);
    return outcome.ok ? outcome : { ok: false, failure: failed(outcome.failure) };
  });
}
