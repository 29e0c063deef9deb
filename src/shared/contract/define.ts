import type { z } from 'zod';
import type { Outcome } from '../domain/failure';
import { CALL_LIMITS, type RequestLimits } from './requestSize';

/** A file dropped on a window, as main gets it: its path, or its bytes if it has none. */
export type HandedFile =
  { readonly name: string; readonly path: string } | { readonly name: string; readonly bytes: Uint8Array };

/** A call from a window to main: the schemas of its request and its response. */
export interface Operation<Request extends z.ZodType = z.ZodType, Response extends z.ZodType = z.ZodType> {
  readonly request: Request;
  readonly response: Response;
  /** How large a request may be; checked before its schema. */
  readonly limits: RequestLimits;
  /** Whether a window passes files to it in place of a request. */
  readonly takesFiles?: boolean;
}

export function operation<Request extends z.ZodType, Response extends z.ZodType>(
  request: Request,
  response: Response,
  limits = CALL_LIMITS,
): Operation<Request, Response> {
  return { request, response, limits };
}

/**
 * A call to which a window passes files (DOM `File` objects). The preload looks up their paths, which a page could
 * not forge and never learns.
 */
export function operationOnFiles<Response extends z.ZodType>(response: Response, request: z.ZodUndefined) {
  return { ...operation(request, response), takesFiles: true } as const;
}

/** Operations by room and name. */
export type Rooms = Readonly<Record<string, Readonly<Record<string, Operation>>>>;

/** Events by name, each with the schema of its payload. */
type Events = Readonly<Record<string, z.ZodType>>;

/** Who called: the id of the window, so that a dialog can be opened over it. A value, never Electron's event. */
export interface Caller {
  readonly windowId: number;
  /** The files passed along, where the operation takes files. */
  readonly files: readonly HandedFile[];
}

type Handler<O extends Operation> = (
  request: z.output<O['request']>,
  caller: Caller,
) => z.input<O['response']> | Promise<z.input<O['response']>>;

/** What main must supply: exactly one handler per operation, or it does not compile. */
export type Handlers<R extends Rooms> = {
  readonly [Room in keyof R]: { readonly [Name in keyof R[Room]]: Handler<R[Room][Name]> };
};

type Call<O extends Operation> = O extends { readonly takesFiles: true }
  ? (files: readonly { readonly name: string }[]) => Promise<Outcome<z.output<O['response']>>>
  : PlainCall<O>;

type PlainCall<O extends Operation> =
  z.input<O['request']> extends undefined
    ? () => Promise<Outcome<z.output<O['response']>>>
    : (request: z.input<O['request']>) => Promise<Outcome<z.output<O['response']>>>;

/** What a window can call. A call never rejects: what went wrong is in the outcome. */
export type Bridge<R extends Rooms> = {
  readonly [Room in keyof R]: { readonly [Name in keyof R[Room]]: Call<R[Room][Name]> };
};

/** Subscribes to events from main; returns the function that unsubscribes. */
export interface Listening<E extends Events> {
  readonly on: <Name extends keyof E & string>(
    name: Name,
    listener: (payload: z.output<E[Name]>) => void,
  ) => () => void;
}

/** The channel name of an operation: made here and nowhere else. */
export function operationName(room: string, name: string): string {
  return `${room}.${name}`;
}

/** The operations' names by room. */
export type OperationNames = Readonly<Record<string, readonly string[]>>;

export function operationNames(rooms: Rooms): OperationNames {
  return Object.fromEntries(Object.entries(rooms).map(([room, calls]) => [room, Object.keys(calls)]));
}

/**
 * How a window's preload learns the operations' names. It does not load the contract itself: building the schemas
 * would delay each window's first frame by 50 ms.
 */
export const namesSwitch = {
  write: (names: OperationNames): string => `--nutgraf-operations=${JSON.stringify(names)}`,
  read: (argv: readonly string[]): OperationNames => {
    const found = argv.find((argument) => argument.startsWith('--nutgraf-operations='));
    return found ? (JSON.parse(found.slice(found.indexOf('=') + 1)) as OperationNames) : {};
  },
} as const;

/** What the preload itself refuses, by its code: it loads no catalogue, and the page says it. */
export const refusals = { tooLarge: 'request_too_large', notPassed: 'request_not_passed' } as const;

/** The bridge's two channels: calls to main, and events from it. */
export const channels = { call: 'nutgraf:call', event: 'nutgraf:event' } as const;
