import { z } from 'zod';
import type { HandedFile, Handlers, Rooms } from '#shared/contract/define';
import { CALL_LIMITS, HANDED_BYTES, excessOf } from '#shared/contract/requestSize';
import { NutgrafError, type Failure } from '#shared/domain/failure';
import { say } from '#shared/language/say';
import { answer, routesOf } from './answer';
import type { Answering } from './heldCalls';
import { type OwnWindows, trustedSender } from './trustedSender';

const badFiles = (): Failure =>
  new NutgrafError(
    'bad_request',
    say('These files could not be handed to Nutgraf. Nothing was changed; try fewer at once.'),
  ).toFailure();

const untrusted = (): Failure =>
  new NutgrafError('untrusted_sender', say('This page is not allowed to use Nutgraf.')).toFailure();

const fileName = z.string().max(1000);

const handedFiles: z.ZodType<readonly HandedFile[]> = z
  .array(
    z.union([
      z.strictObject({ name: fileName, path: z.string().min(1).max(40_000) }),
      z.strictObject({
        name: fileName,
        bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= HANDED_BYTES),
      }),
    ]),
  )
  .readonly();

/** The files passed with a call; null when they are not what the preload passes, or too many. */
function readHandedFiles(files: unknown): readonly HandedFile[] | null {
  if (excessOf(files, CALL_LIMITS) !== null) return null;
  const read = handedFiles.safeParse(files);
  return read.success ? read.data : null;
}

interface Service<R extends Rooms> {
  readonly rooms: R;
  readonly handlers: Handlers<R>;
  readonly ownWindows: OwnWindows;
  readonly origin: string;
  readonly report: (name: string, thrown: unknown) => void;
  /** Hears every failure that a window is to be told, and returns the failure to show. */
  readonly failed: (failure: Failure) => Failure;
}

/** Serves rooms of the contract to our windows; every call gets an outcome, even a refused one. */
export function serve<R extends Rooms>({ rooms, handlers, ...service }: Service<R>): Answering {
  const { ownWindows, origin, report, failed } = service;
  const routes = routesOf(rooms, handlers);
  return async (event, name, request, handed) => {
    const windowId = trustedSender(event, ownWindows, origin);
    if (windowId === null) return { ok: false, failure: untrusted() };
    const files = readHandedFiles(handed ?? []);
    if (files === null) return { ok: false, failure: badFiles() };
    const outcome = await answer(routes, name, request, { windowId, files }, report);
    return outcome.ok ? outcome : { ok: false, failure: failed(outcome.failure) };
  };
}
