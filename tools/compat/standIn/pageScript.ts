import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pageText } from '../page/page';

/** How a page and main find each other: names that no page knows beforehand. */
export const BINDING = `b${randomBytes(8).toString('hex')}`;
export const EVENT = `e${randomBytes(8).toString('hex')}`;

/** What runs before each page of a window with this preload. */
export const pageScript = (preload: string, additionalArguments: readonly string[]): string =>
  pageText(
    { binding: BINDING, event: EVENT, argv: ['electron', ...additionalArguments] },
    readFileSync(preload, 'utf8'),
  );
