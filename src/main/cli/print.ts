import { writeSync } from 'node:fs';

/** Where the command line writes: one JSON value a line, or plain text for a person. */
export interface Printer {
  readonly line: (value: unknown) => void;
  readonly complain: (text: string) => void;
}

/** Writes whole lines before it returns, so that ending the process cuts none of them. */
export const standardPrinter: Printer = {
  line: (value) => writeAll(1, `${JSON.stringify(value)}\n`),
  complain: (text) => writeAll(2, `${text}\n`),
};

function writeAll(descriptor: number, text: string): void {
  let rest: Uint8Array = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(writeSync(descriptor, rest));
    } catch (thrown) {
      if (!isFull(thrown)) throw thrown;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
}

/** A pipe whose reader is slower than we are says EAGAIN: wait a moment and go on. */
function isFull(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'EAGAIN';
}
