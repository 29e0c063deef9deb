import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** Where a window was, in the screen's device-independent pixels. */
const placement = z.strictObject({
  /** Null with `y` where the system does not say where windows stand. */
  x: z.int().nullable(),
  y: z.int().nullable(),
  width: z.int().positive(),
  height: z.int().positive(),
  maximised: z.boolean(),
});
export type Placement = z.infer<typeof placement>;
/** Its place and size, or its size alone. */
export type WindowArea = Pick<Placement, 'x' | 'y' | 'width' | 'height'>;
export type Area = Readonly<Record<keyof WindowArea, number>>;

/** How many arrangements of displays are remembered. */
const MOST = 20;

/** A window's place in each arrangement of displays, the newest first. */
const places = z
  .array(z.strictObject({ arrangement: z.string().max(5000), place: placement }))
  .max(MOST)
  .readonly();
export type Places = z.infer<typeof places>;

export const MINIMUM = { width: 720, height: 480 } as const;
const USUAL = { width: 1440, height: 900 } as const;

/** What sets one display apart. */
export interface Display {
  readonly id: number;
  readonly bounds: Area;
  readonly scaleFactor: number;
}

/** A name for which displays there are, and how they stand: a laptop has one at home and another at the desk. */
export function arrangementOf(displays: readonly Display[]): string {
  return displays
    .map(({ id, bounds, scaleFactor }) =>
      [id, bounds.x, bounds.y, bounds.width, bounds.height, scaleFactor].join(','),
    )
    .toSorted()
    .join(' ');
}

/** What decides how Electron reaches the display. */
export interface DisplayServer {
  readonly platform: NodeJS.Platform;
  /** The switch `ozone-platform`, which Chromium sets itself where it chooses. */
  readonly ozone: string;
  /** Electron's version. */
  readonly electron: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * Whether the system says where a window stands, and puts it where it is asked to. Wayland does neither: what Electron
 * returns there is what it was asked for. From 38 on Electron chooses Wayland in a session of it.
 */
export function tellsPlaces({ platform, ozone, electron, env }: DisplayServer): boolean {
  if (platform !== 'linux' || ozone === 'x11') return true;
  const choosesWayland = Number.parseInt(electron, 10) >= 38 && env['XDG_SESSION_TYPE'] === 'wayland';
  return ozone !== 'wayland' && !(choosesWayland && Boolean(env['WAYLAND_DISPLAY']));
}

/** The places kept in `file`; none when it cannot be read. */
export function readPlaces(file: string): Places {
  try {
    return places.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return [];
  }
}

/** Stores them; a place is a convenience, so a full disk is not worth a message. */
export function keepPlaces(file: string, kept: Places): void {
  try {
    writeFileSync(file, JSON.stringify(kept));
  } catch {
    return;
  }
}

/** The same with the place of one arrangement, as the newest. */
export const withPlace = (kept: Places, arrangement: string, place: Placement): Places =>
  [{ arrangement, place }, ...kept.filter((other) => other.arrangement !== arrangement)].slice(0, MOST);

/** The place in that arrangement; null when the window never stood in it. */
export const placeIn = (kept: Places, arrangement: string): Placement | null =>
  kept.find((other) => other.arrangement === arrangement)?.place ?? null;

const overlap = (from: number, size: number, otherFrom: number, otherSize: number): number =>
  Math.min(from + size, otherFrom + otherSize) - Math.max(from, otherFrom);

/** Enough of the title bar is on that screen to see and grab. */
const isReachable = (kept: Area, screen: Area): boolean =>
  overlap(kept.x, kept.width, screen.x, screen.width) >= 100 &&
  kept.y >= screen.y &&
  kept.y <= screen.y + screen.height - 40;

const hasPlace = (kept: WindowArea): kept is Area => kept.x !== null && kept.y !== null;

const fitting = ({ width, height }: WindowArea): Pick<Area, 'width' | 'height'> => ({
  width: Math.max(width, MINIMUM.width),
  height: Math.max(height, MINIMUM.height),
});

/**
 * Where to open: in the same place, unless that screen is gone; else at the usual size on the first screen. Of a window
 * whose place is not known the size is kept, where a screen has room for it.
 */
export function placeWindow(kept: WindowArea | null, screens: readonly Area[]): Partial<Area> {
  if (kept && hasPlace(kept) && screens.some((area) => isReachable(kept, area)))
    return { x: kept.x, y: kept.y, ...fitting(kept) };
  const hasRoom = ({ width, height }: WindowArea): boolean =>
    screens.some((area) => area.width >= width && area.height >= height);
  if (kept && !hasPlace(kept) && hasRoom(kept)) return fitting(kept);
  const first = screens[0] ?? { ...USUAL, x: 0, y: 0 };
  return { width: Math.min(USUAL.width, first.width), height: Math.min(USUAL.height, first.height) };
}
