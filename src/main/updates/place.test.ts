import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startProgram } from '../store/testing/program';
import {
  type Place,
  cutTrialShort,
  endTrial,
  forgetTry,
  launcherOf,
  placeOf,
  sweep,
  takeFailed,
  takePlace,
} from './place';
import { onPlainFiles } from './plainFiles';
import { emptyFolder, placeArchive, placeProgram, testPlace } from './testing/testPlace';

const killed = '../../updates/testing/killedWhileChanging';

/** What starts, by what it says. */
function started(place: Place): string {
  const { stdout, stderr } = spawnSync(launcherOf(place), { encoding: 'utf8' });
  expect(stderr).toBe('');
  return stdout.trim();
}

/** Unpacks a version beside the running one. */
function unpacked({ folder }: Place, script = 'echo 0.2.0'): string {
  const made = join(folder, 'update-1', 'app-0.2.0');
  placeProgram(made, script);
  placeArchive(made);
  return made;
}

const after = (place: Place): Place => ({ ...place, app: 'app-0.2.0' });

describe('a newer version', () => {
  test('takes the place of the old one, which is removed once it has started well', async () => {
    const place = testPlace();
    takePlace(place, unpacked(place), '0.2.0');
    expect(started(place)).toBe('0.2.0');
    expect(existsSync(join(place.folder, 'app-0.1.0'))).toBe(true);
    endTrial(after(place));
    sweep(after(place));
    expect(started(place)).toBe('0.2.0');
    expect(readdirSync(place.folder).sort()).toEqual([
      'app-0.2.0',
      'articles',
      'current',
      'nutgraf',
      'portable',
      'update-1',
    ]);
    expect(readFileSync(join(place.folder, 'articles', 'nutgraf.db'), 'utf8')).toBe('every word');
    expect(takeFailed(after(place))).toBeNull();
  });

  test('that is killed, or ends before it has started well, is given up at the next start', async () => {
    const place = testPlace();
    takePlace(place, unpacked(place, 'echo 0.2.0; kill -9 $$'), '0.2.0');
    expect(started(place)).toBe('0.2.0');
    expect(started(place)).toBe('0.1.0');
    expect(takeFailed(place)).toBe('0.2.0');
    expect(takeFailed(place)).toBeNull();
    sweep(place);
    expect(existsSync(join(place.folder, 'app-0.2.0'))).toBe(false);
    expect(started(place)).toBe('0.1.0');
  });

  test('that is starting is not given up by a second start', async () => {
    const place = testPlace();
    takePlace(place, unpacked(place, 'echo 0.2.0; read -r answer'), '0.2.0');
    const first = spawn(launcherOf(place), { stdio: ['pipe', 'pipe', 'inherit'] });
    onTestFinished(() => void first.kill());
    await once(createInterface({ input: first.stdout }), 'line');
    const second = spawnSync(launcherOf(place), { encoding: 'utf8', input: '' });
    expect(second.stdout.trim()).toBe('0.2.0');
    endTrial(after(place));
    first.stdin.end();
    await once(first, 'exit');
    expect(started(place)).toBe('0.2.0');
  });

  test('is still on trial after a command that ended by itself', () => {
    const place = testPlace();
    takePlace(place, unpacked(place), '0.2.0');
    writeFileSync(join(place.folder, 'tried'), `${process.pid}\n`);
    forgetTry(join(place.folder, 'app-0.2.0', 'nutgraf'));
    expect(started(place)).toBe('0.2.0');
    forgetTry(join(place.folder, 'app-0.2.0', 'nutgraf'));
    expect(existsSync(join(place.folder, 'tried'))).toBe(true);
  });

  test('that changed the store is not given up any more, though it ends before it has started well', () => {
    const place = testPlace();
    takePlace(place, unpacked(place, 'echo 0.2.0; kill -9 $$'), '0.2.0');
    expect(started(place)).toBe('0.2.0');
    cutTrialShort(join(place.folder, 'app-0.2.0', 'nutgraf'));
    expect(started(place)).toBe('0.2.0');
    expect(started(place)).toBe('0.2.0');
    expect(takeFailed(after(place))).toBeNull();
  });

  test('does not take the place of one that is newer still', () => {
    const place = testPlace();
    const newer = join(place.folder, 'update-2', 'app-0.10.0');
    placeProgram(newer, 'echo 0.10.0');
    takePlace(place, newer, '0.10.0');
    takePlace(place, unpacked(place), '0.2.0');
    expect(started(place)).toBe('0.10.0');
    expect(readFileSync(join(place.folder, 'trial'), 'utf8')).toBe('app-0.1.0\n');
  });

  test('is taken once, however many ask for it', () => {
    const place = testPlace();
    takePlace(place, unpacked(place), '0.2.0');
    endTrial(after(place));
    takePlace(place, unpacked(place, 'echo again'), '0.2.0');
    expect(started(place)).toBe('0.2.0');
    expect(existsSync(join(place.folder, 'trial'))).toBe(false);
  });
});

test('killed at any step of the change, the old version or the new one starts, with the articles as they were', async () => {
  const seen: string[] = [];
  for (let step = 1, isOver = false; !isOver; step += 1) {
    const place = testPlace();
    const words = [place.folder, place.app, unpacked(place), '0.2.0', String(step)];
    const { code, signal, errors } = await startProgram(killed, words).finished;
    isOver = code === 0;
    expect([isOver ? null : 'SIGKILL', '']).toEqual([signal, errors]);
    const first = started(place);
    seen.push(first);
    expect(readFileSync(join(place.folder, 'articles', 'nutgraf.db'), 'utf8')).toBe('every word');
    // Whichever it is says that it started well, and goes on starting.
    endTrial({ ...place, app: `app-${first}` });
    expect([started(place), started(place)]).toEqual([first, first]);
  }
  expect(seen.at(0)).toBe('0.1.0');
  expect(seen.at(-1)).toBe('0.2.0');
  expect(seen.length).toBeGreaterThan(10);
});

test('a launcher that is killed while it brings a version back has brought it back, or does so next time', () => {
  const given = testPlace();
  takePlace(given, unpacked(given), '0.2.0');
  writeFileSync(join(given.folder, 'tried'), '4194305\n');
  const [copied, renamed] = [emptyFolder(), emptyFolder()];
  for (const folder of [copied, renamed])
    onPlainFiles(() => cpSync(given.folder, folder, { recursive: true }));
  cpSync(join(copied, 'current'), join(copied, 'failed'));
  expect(started({ folder: copied, app: 'app-0.1.0' })).toBe('0.1.0');

  cpSync(join(renamed, 'current'), join(renamed, 'failed'));
  cpSync(join(renamed, 'trial'), join(renamed, 'current'));
  cpSync(join(renamed, 'trial'), join(renamed, 'gone'));
  expect(started({ folder: renamed, app: 'app-0.1.0' })).toBe('0.1.0');
  // The next update is on trial again, though “tried” was left behind.
  const again = { folder: renamed, app: 'app-0.1.0' };
  const next = join(renamed, 'update-1', 'app-0.3.0');
  placeProgram(next, 'echo 0.3.0');
  takePlace(again, next, '0.3.0');
  expect(started(again)).toBe('0.3.0');
});

test('what is running, and what another Nutgraf downloads, is not swept away', async () => {
  const place = testPlace();
  const other = join(place.folder, 'app-0.0.9');
  mkdirSync(other);
  cpSync('/bin/cat', join(other, 'nutgraf'));
  const running = spawn(join(other, 'nutgraf'), { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(running, 'exit');
  running.stdin.write('ready\n');
  await once(running.stdout, 'data');
  mkdirSync(join(place.folder, `update-${running.pid}`));
  mkdirSync(join(place.folder, 'update-4194305'));
  sweep(place);
  const names = readdirSync(place.folder);
  expect(names).toEqual(expect.arrayContaining(['app-0.0.9', 'app-0.1.0', `update-${running.pid}`]));
  expect(names).not.toContain('update-4194305');
  running.stdin.end();
  await ended;
  sweep(place);
  expect(readdirSync(place.folder)).not.toContain('app-0.0.9');
});

test('a program is in such a place only where it was unpacked as one', () => {
  const { folder } = testPlace();
  expect(placeOf(join(folder, 'app-0.1.0', 'nutgraf'))).toEqual({ folder, app: 'app-0.1.0' });
  expect(placeOf('/usr/lib/nutgraf/nutgraf')).toBeNull();
  expect(placeOf(join(folder, 'articles', 'nutgraf'))).toBeNull();
});
