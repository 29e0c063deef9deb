import { z } from 'zod';
import { say } from '../language/say';

/**
 * What went wrong, as data: it crosses processes, is printed by the command line and shown in a dialog. `code` is for
 * programs and stays stable; `message` is for the user, in whole sentences, and says what happened, what is safe and
 * what to do; `detail` is plain data for both.
 */
export const failure = z.strictObject({
  code: z.string().regex(/^[a-z0-9_]+$/),
  message: z.string(),
  detail: z.json().optional(),
});
export type Failure = z.infer<typeof failure>;

/** The answer of every operation: a value, or a failure that can be shown. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

/**
 * The maximum size of a failure, in bytes of UTF-8, 2 kB in all: its words may come from a site, a file or a library,
 * and could be of any length.
 */
const MOST = { message: 1200, detail: 700 } as const;

/** The start of a text, up to a number of bytes, with an ellipsis if something is left out. */
function beginning(text: string, most: number): string {
  let [bytes, end] = [0, 0];
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > most) return `${text.slice(0, end)}…`;
    end += sign.length;
  }
  return text;
}

/** Data that is too long is reported as the start of its text. */
function brief({ code, message, detail }: Failure): Failure {
  const short = { code, message: beginning(message, MOST.message) };
  if (detail === undefined) return short;
  const text = typeof detail === 'string' ? detail : JSON.stringify(detail);
  const told = beginning(text, MOST.detail);
  return { ...short, detail: told === text ? detail : told };
}

/** A failure that is thrown inside one process and turned into an {@link Outcome} at its edge. */
export class NutgrafError extends Error {
  override readonly name = 'NutgrafError';

  constructor(
    readonly code: string,
    message: string,
    readonly detail?: Failure['detail'],
  ) {
    super(message);
  }

  toFailure(): Failure {
    const { code, message, detail } = this;
    return brief({ code, message, detail });
  }
}

/** The failure to show for anything thrown; an unknown error keeps its own words as `detail`. */
export function toFailure(thrown: unknown): Failure {
  if (thrown instanceof NutgrafError) return thrown.toFailure();
  return brief({
    code: 'internal',
    message: say('Something went wrong inside Nutgraf. What is saved is safe. Try again.'),
    detail: thrown instanceof Error ? thrown.message : String(thrown),
  });
}

/** Closes a switch over a union: a missing case does not compile. */
export function assertNever(value: never): never {
  throw new TypeError(`Unexpected value: ${JSON.stringify(value)}`);
}
