import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import {
  arrangementOf,
  keepPlaces,
  placeIn,
  placeWindow,
  readPlaces,
  tellsPlaces,
  withPlace,
} from './placement';

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

const laptop = { id: 1, bounds: { x: 0, y: 0, width: 1440, height: 900 }, scaleFactor: 2 };
const desk = { id: 2, bounds: { x: 1440, y: 0, width: 2560, height: 1440 }, scaleFactor: 1 };

test('an arrangement is the same whichever display is named first, and another when one of them changes', () => {
  const docked = arrangementOf([laptop, desk]);
  expect(arrangementOf([desk, laptop])).toBe(docked);
  const turned = { ...desk, bounds: { ...desk.bounds, width: 1440, height: 2560 } };
  const others = [
    [laptop],
    [laptop, { ...desk, id: 3 }],
    [laptop, { ...desk, scaleFactor: 1.5 }],
    [laptop, turned],
  ];
  for (const other of others) expect(arrangementOf(other)).not.toBe(docked);
});

test('each arrangement has its place, the newest first, and not more of them than are worth it', () => {
  const away = { ...kept, x: 10 };
  const places = withPlace(withPlace(withPlace([], 'desk', kept), 'away', away), 'desk', { ...kept, y: 7 });
  expect(places.map(({ arrangement }) => arrangement)).toEqual(['desk', 'away']);
  expect(placeIn(places, 'desk')).toEqual({ ...kept, y: 7 });
  expect(placeIn(places, 'away')).toEqual(away);
  expect(placeIn(places, 'elsewhere')).toBeNull();
  const many = Array.from({ length: 30 }, (_, index) => String(index)).reduce(
    (all, name) => withPlace(all, name, kept),
    places,
  );
  expect(many).toHaveLength(20);
  expect(placeIn(many, '29')).toEqual(kept);
});

test('places are read as they were kept, and a spoilt file is as good as none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nutgraf-placement-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'window.json');
  expect(readPlaces(file)).toEqual([]);
  const places = withPlace([], arrangementOf([laptop, desk]), kept);
  keepPlaces(file, places);
  expect(readPlaces(file)).toEqual(places);
  writeFileSync(file, '[{"arrangement":');
  expect(readPlaces(file)).toEqual([]);
});

test('of a window whose place the system does not tell the size is kept, where a screen has room for it', () => {
  const size = { x: null, y: null, width: 1000, height: 700 };
  expect(placeWindow(size, [screen])).toEqual({ width: 1000, height: 700 });
  expect(placeWindow({ ...size, width: 10 }, [screen])).toEqual({ width: 720, height: 700 });
  expect(placeWindow({ ...size, width: 2500 }, [screen])).toEqual({ width: 1440, height: 900 });
});

test('Wayland tells no places, whoever chose it', () => {
  const here = { platform: 'linux', ozone: '', electron: '33.2.1', env: {} } as const;
  const session = { XDG_SESSION_TYPE: 'wayland', WAYLAND_DISPLAY: 'wayland-0' };
  expect(tellsPlaces(here)).toBe(true);
  expect(tellsPlaces({ ...here, ozone: 'wayland' })).toBe(false);
  expect(tellsPlaces({ ...here, env: session })).toBe(true);
  expect(tellsPlaces({ ...here, env: session, electron: '45.4.1' })).toBe(false);
  expect(tellsPlaces({ ...here, env: session, electron: '45.4.1', ozone: 'x11' })).toBe(true);
  expect(tellsPlaces({ ...here, platform: 'win32', electron: '45.4.1' })).toBe(true);
});
