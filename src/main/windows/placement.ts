import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';

/** Where a window was, in the screen's device-independent pixels. */
const placement = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  maximised: z.boolean(),
});
export type Placement = z.infer<typeof placement>;
export type Area = Pick<Placement, 'x' | 'y' | 'width' | 'height'>;

export const MINIMUM = { width: 720, height: 480 } as const;
const USUAL = { width: 1440, height: 900 } as const;

/** The placement kept in `file`, or null when there is none that can be read. */
export function readPlacement(file: string): Placement | null {
  try {
    return placement.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Stores it; a placement is a convenience, so a full disk is not worth a message. */
export function keepPlacement(file: string, kept: Placement): void {
  try {
    writeFileSync(file, JSON.stringify(kept));
  } catch {
    return;
  }
}

const overlap = (from: number, size: number, otherFrom: number, otherSize: number): number =>
  Math.min(from + size, otherFrom + otherSize) - Math.max(from, otherFrom);

/** Enough of the title bar is on that screen to see and grab. */
const isReachable = (kept: Area, screen: Area): boolean =>
  overlap(kept.x, kept.width, screen.x, screen.width) >= 100 &&
  kept.y >= screen.y &&
  kept.y <= screen.y + screen.height - 40;

/** Where to open: in the same place, unless that screen is gone; else at the usual size on the first screen. */
export function placeWindow(kept: Placement | null, screens: readonly Area[]): Partial<Area> {
  const screen = kept ? screens.find((area) => isReachable(kept, area)) : undefined;
  if (kept && screen) {
    const { x, y } = kept;
    return {
      x,
      y,
      width: Math.max(kept.width, MINIMUM.width),
      height: Math.max(kept.height, MINIMUM.height),
    };
  }
  const first = screens[0] ?? { ...USUAL, x: 0, y: 0 };
  return { width: Math.min(USUAL.width, first.width), height: Math.min(USUAL.height, first.height) };
}
