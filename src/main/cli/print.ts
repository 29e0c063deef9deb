import { writeSync } from 'node:fs';

/** Where the command line writes: one JSON value per line, or plain text for the user. */
export interface Printer {
  readonly line: (value: unknown) => void;
  readonly complain: (text: string) => void;
}

/** Writes whole lines before it returns, so that ending the process cuts none of them. */
export const standardPrinter = printerOn(1, 2);

/** The same on two open files. Once a reader has gone away, the work continues without output. */
export function printerOn(output: number, errors: number) {
  return {
    text: (text) => writeAll(output, text),
    line: (value) => writeAll(output, `${JSON.stringify(value)}\n`),
    complain: (text) => writeAll(errors, `${text}\n`),
  } satisfies Printer & { readonly text: (text: string) => void };
}

function writeAll(descriptor: number, text: string): void {
  let rest: Uint8Array = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (thrown) {
      if (isCalled(thrown, 'EPIPE')) return;
      // A pipe whose reader is slower than we are: wait a moment and continue.
      if (!isCalled(thrown, 'EAGAIN')) throw thrown;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function isCalled(thrown: unknown, code: string): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === code;
}
