import type { Bridge, Handlers, Listening } from './define';
import type { events } from './events';
import { adSlots } from './operations/adSlots';
import { articles } from './operations/articles';
import { assets } from './operations/assets';
import { cms } from './operations/cms';
import { app } from './operations/app';
import { exports } from './operations/exports';
import { hashtags } from './operations/hashtags';
import { imports } from './operations/imports';
import { openings } from './operations/openings';
import { revisions } from './operations/revisions';
import { sections } from './operations/sections';
import { updates } from './operations/updates';

/** Every call a window can make: adding one touches its room's file and its handler. */
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
  openings,
  app,
  updates,
} as const;

export type ContractOperations = typeof operations;
export type ContractEvents = typeof events;
export type ContractHandlers = Handlers<ContractOperations>;
/** `window.nutgraf`, as the preload builds it. */
export type WindowBridge = Bridge<ContractOperations> & Listening<ContractEvents>;
