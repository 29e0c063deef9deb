/** Chromium has no scheme `app:`, so a page of ours stands at an address that is answered without any network. */
const OURS = 'app://nutgraf';
const SHOWN = 'https://nutgraf.localhost';

/** An address as Chromium has it. */
export const shownAddress = (address: string): string =>
  address.startsWith(OURS) ? SHOWN + address.slice(OURS.length) : address;

/** The same as the app has it. */
export const ownAddress = (address: string): string =>
  address.startsWith(SHOWN) ? OURS + address.slice(SHOWN.length) : address;

/** A script of the app, which names its own addresses. */
export const shownScript = (script: string): string => script.replaceAll(OURS, SHOWN);

export const originOf = (address: string): string => ownAddress(new URL(shownAddress(address)).origin);
