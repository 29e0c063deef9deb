import {
  type Caller,
  type Handlers,
  type Operation,
  type Rooms,
  operationName,
} from '#shared/contract/define';
import { DeskError, type Outcome, toFailure } from '#shared/domain/failure';
import type { z } from 'zod';
import { storeFailure } from '../store/storeFailure';

/** An operation with its handler, its types erased: they held where the handlers were written. */
export interface Route {
  readonly operation: Operation;
  readonly handle: (request: unknown, caller: Caller) => unknown;
}
export type Routes = ReadonlyMap<string, Route>;

/** The operations and their handlers, by the name under which each crosses. */
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

const issuesOf = ({ issues }: z.ZodError) =>
  issues.map(({ path, message }) => ({ path: path.map(String), message }));

/** The checked value, or the failure to refuse it with. */
function checked(schema: z.ZodType, value: unknown, code: string, message: string): unknown {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new DeskError(code, message, issuesOf(parsed.error));
}

/**
 * Answers one call of a trusted window. Never rejects: refusals ('unknown_operation', 'bad_request',
 * 'bad_response'), a thrown DeskError and any other error ('internal') come back as a failure; `report` is told
 * of those which are the app's own fault.
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
    if (!route) throw new DeskError('unknown_operation', `There is no operation “${String(name)}”.`);
    const { operation, handle } = route;
    const asked = checked(operation.request, request, 'bad_request', `“${String(name)}” was called wrongly.`);
    const given = await handle(asked, caller);
    const message = `“${String(name)}” gave an answer that its contract does not allow.`;
    return { ok: true, value: checked(operation.response, given, 'bad_response', message) };
  } catch (caught) {
    const thrown = storeFailure(caught);
    if (!(thrown instanceof DeskError) || thrown.code === 'bad_response') report(String(name), thrown);
    return { ok: false, failure: toFailure(thrown) };
  }
}
