import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { keepPlacement, placeWindow, readPlacement } from './placement';

const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const kept = { x: 300, y: 200, width: 1000, height: 700, maximised: false };

test('a window opens where it stood', () => {
  expect(placeWindow(kept, [screen])).toEqual({ x: 300, y: 200, width: 1000, height: 700 });
});

test('a window whose screen was unplugged opens on one that is there', () => {
  expect(placeWindow({ ...kept, x: 2500 }, [screen])).toEqual({ width: 1440, height: 900 });
  expect(placeWindow({ ...kept, x: 2500 }, [screen, { ...screen, x: 1920 }])).toMatchObject({ x: 2500 });
});

test('a window never opens with its title bar out of reach, or larger than a small screen', () => {
  expect(placeWindow({ ...kept, y: -300 }, [screen])).toEqual({ width: 1440, height: 900 });
  expect(placeWindow(null, [{ ...screen, width: 1280, height: 800 }])).toEqual({ width: 1280, height: 800 });
});

test('a placement is read as it was kept, and a spoilt file is as good as none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-placement-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'window.json');
  expect(readPlacement(file)).toBeNull();
  keepPlacement(file, kept);
  expect(readPlacement(file)).toEqual(kept);
  writeFileSync(file, '{"x":');
  expect(readPlacement(file)).toBeNull();
});
