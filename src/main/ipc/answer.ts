import {
  type Caller,
  type Handlers,
  type Operation,
  type Rooms,
  operationName,
  refusals,
} from '#shared/contract/define';
import { excessOf, type RequestLimits } from '#shared/contract/requestSize';
import { NutgrafError, type Outcome, toFailure } from '#shared/domain/failure';
import { say } from '#shared/language/say';
import type { z } from 'zod';
import { storeFailure } from '../store/disk/storeFailure';

/** An operation with its handler, without their types: they were checked where the handlers were written. */
interface Route {
  readonly operation: Operation;
  readonly handle: (request: unknown, caller: Caller) => unknown;
}
export type Routes = ReadonlyMap<string, Route>;

/** The operations and their handlers, by channel name. */
export function routesOf<R extends Rooms>(rooms: R, handlers: Handlers<R>): Routes {
  return new Map(
    Object.entries(rooms).flatMap(([room, operations]) =>
      Object.entries(operations).map(([name, operation]) => [
        operationName(room, name),
        { operation, handle: handlers[room]?.[name] as Route['handle'] },
      ]),
    ),
  );
}

/** The first few things that are wrong, briefly: a request may be wrong in a thousand places. */
const issuesOf = ({ issues }: z.ZodError) =>
  issues
    .slice(0, 10)
    .map(({ path, message }) => ({ path: path.slice(0, 10).map(String), message: message.slice(0, 200) }));

/** The checked value, or the failure to refuse it with. */
function checked(schema: z.ZodType, value: unknown, code: string, message: string): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new NutgrafError(code, message, issuesOf(parsed.error));
}

/** Runs before anything whose cost grows with the request. Throws NutgrafError `request_too_large`. */
export function refuseExcess(request: unknown, limits: RequestLimits): void {
  const excess = excessOf(request, limits);
  if (excess === null) return;
  throw new NutgrafError(
    refusals.tooLarge,
    say(
      'This is more than Nutgraf can take at once. Nothing was changed, and what is saved is safe. Split it and try again.',
    ),
    { excess },
  );
}

/**
 * Answers one call from a trusted window. Never rejects: refusals ('unknown_operation', 'request_too_large',
 * 'bad_request', 'bad_response'), a thrown NutgrafError and any other error ('internal') come back as a failure;
 * `report` is told of those that are the app's own fault.
 */
export async function answer(
  routes: Routes,
  name: unknown,
  request: unknown,
  caller: Caller,
  report: (name: string, thrown: unknown) => void,
): Promise<Outcome<unknown>> {
  try {
    const route = typeof name === 'string' ? routes.get(name) : undefined;
    if (!route)
      throw new NutgrafError(
        'unknown_operation',
        say('There is no operation “{name}”.', { name: String(name).slice(0, 100) }),
      );
    const { operation, handle } = route;
    refuseExcess(request, operation.limits);
    const asked = checked(
      operation.request,
      request,
      'bad_request',
      say('“{name}” was called with a wrong request.', { name: String(name) }),
    );
    // Files reach only operations that take files.
    const given = await handle(asked, operation.takesFiles ? caller : { ...caller, files: [] });
    const message = say('“{name}” gave an answer that the contract does not allow.', { name: String(name) });
    return { ok: true, value: checked(operation.response, given, 'bad_response', message) };
  } catch (caught) {
    const thrown = storeFailure(caught);
    if (!(thrown instanceof NutgrafError) || thrown.code === 'bad_response') report(String(name), thrown);
    return { ok: false, failure: toFailure(thrown) };
  }
}
