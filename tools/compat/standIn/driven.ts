import { Browser } from './browser';

let started: Browser | null = null;

/** The machine's Chromium, which runs from the first time that it is asked for. */
export function browser(): Browser {
  started ??= new Browser();
  return started;
}
