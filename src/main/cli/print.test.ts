import { execFileSync } from 'node:child_process';
import { closeSync, constants, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { testFolder } from '../store/testing/testStore';
import { printerOn } from './print';

test('a reader that goes away, as head does, ends no work half-way', () => {
  const pipe = join(testFolder(), 'pipe');
  execFileSync('mkfifo', [pipe]);
  const reader = openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK);
  const writer = openSync(pipe, constants.O_WRONLY);
  onTestFinished(() => closeSync(writer));
  const print = printerOn(writer, writer);
  print.line({ id: 1 });
  const bytes = new Uint8Array(100);
  expect(Buffer.from(bytes.subarray(0, readSync(reader, bytes))).toString()).toBe('{"id":1}\n');
  closeSync(reader);
  expect(() => print.line({ id: 2 })).not.toThrow();
});
