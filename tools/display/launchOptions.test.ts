import { expect, test } from 'vitest';
import { SKIP_TOUR, launchOptions } from './launchOptions';
import { projectFolder } from '../project';

const environment = {
  NUTGRAF_ELECTRON: '/electron',
  NUTGRAF_SWITCHES: '["--no-sandbox"]',
  NUTGRAF_DISPLAYS: ':1 :2',
  DISPLAY: ':9',
};

test("the app's own arguments may follow its folder", () => {
  const { executablePath, args } = launchOptions(0, environment);
  expect([executablePath, ...args]).toEqual([
    '/electron',
    SKIP_TOUR,
    '--no-sandbox',
    '--language=en',
    projectFolder,
  ]);
});

test('the sandbox is off only where the system demands it', () => {
  expect(launchOptions(0, environment).chromiumSandbox).toBe(false);
  expect(launchOptions(0, { ...environment, NUTGRAF_SWITCHES: '[]' }).chromiumSandbox).toBe(true);
});

test('no two workers share a display', () => {
  expect([0, 1].map((slot) => launchOptions(slot, environment).env['DISPLAY'])).toEqual([':1', ':2']);
});

test("where we made no display, the machine's is kept", () => {
  expect(launchOptions(0, { ...environment, NUTGRAF_DISPLAYS: '' }).env['DISPLAY']).toBe(':9');
});

test('outside the scripts it says how to run it', () => {
  expect(() => launchOptions(0, {})).toThrow('npm run test:e2e');
});
