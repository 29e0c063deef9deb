import type { Bridge, Handlers, Listening } from './define';
import { events } from './events';
import { articles, revisions } from './operations/articles';
import { cms } from './operations/cms';
import { desk } from './operations/desk';
import { adSlots, assets, hashtags, sections } from './operations/paper';
import { exports, imports } from './operations/transfer';

/** Every call that a window can make: adding one touches its room's file and its handler. */
export const operations = {
  articles,
  revisions,
  sections,
  hashtags,
  adSlots,
  assets,
  imports,
  exports,
  cms,
  desk,
} as const;

export { events };
export type DeskOperations = typeof operations;
export type DeskEvents = typeof events;
export type DeskHandlers = Handlers<DeskOperations>;
/** `window.desk`, as the preload makes it. */
export type DeskBridge = Bridge<DeskOperations> & Listening<DeskEvents>;
