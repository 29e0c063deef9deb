import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Place } from '../place';
import { onPlainFiles } from '../plainFiles';

/** An empty folder for the length of a test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-updates-test-'));
  onTestFinished(() => onPlainFiles(() => rmSync(folder, { recursive: true, force: true })));
  return folder;
}

/** A program that says a version, in a folder of its own. */
export function placeProgram(folder: string, script: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'nutgraf'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, 'nutgraf'), 0o755);
}

/** What a real version has and Electron takes for a folder. */
export function placeArchive(folder: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  onPlainFiles(() => writeFileSync(join(folder, 'resources', 'app.asar'), 'not as an archive is'));
}

/** An unpacked Nutgraf 0.1.0 with the launcher that goes out, and articles beside it. */
export function testPlace(folder = emptyFolder()): Place {
  copyFileSync(join(import.meta.dirname, '../../../../packaging/linux/launcher'), join(folder, 'nutgraf'));
  chmodSync(join(folder, 'nutgraf'), 0o755);
  placeProgram(join(folder, 'app-0.1.0'), 'echo 0.1.0');
  placeArchive(join(folder, 'app-0.1.0'));
  writeFileSync(join(folder, 'current'), 'app-0.1.0\n');
  writeFileSync(join(folder, 'portable'), '');
  mkdirSync(join(folder, 'articles'));
  writeFileSync(join(folder, 'articles', 'nutgraf.db'), 'every word');
  return { folder, app: 'app-0.1.0' };
}
