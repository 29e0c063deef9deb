import { writeSync } from 'node:fs';

/** Where the command line writes: one JSON value a line, or plain text for a person. */
export interface Printer {
  readonly line: (value: unknown) => void;
  readonly complain: (text: string) => void;
}

/** Writes whole lines before it returns, so that ending the process cuts none of them. */
export const standardPrinter: Printer = printerOn(1, 2);

/** The same on two open files. Once a reader has gone away the work goes on and is told to nobody. */
export function printerOn(output: number, errors: number): Printer {
  return {
    line: (value) => writeAll(output, `${JSON.stringify(value)}\n`),
    complain: (text) => writeAll(errors, `${text}\n`),
  };
}

function writeAll(descriptor: number, text: string): void {
  let rest: Uint8Array = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (thrown) {
      if (isCalled(thrown, 'EPIPE')) return;
      // A pipe whose reader is slower than we are: wait a moment and go on.
      if (!isCalled(thrown, 'EAGAIN')) throw thrown;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

function isCalled(thrown: unknown, code: string): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === code;
}
