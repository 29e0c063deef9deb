import { assertNever } from '#shared/domain/failure';
import type { UnfinishedWork, UpdateOffer, UpdateState } from '#shared/domain/update';

const works: Readonly<Record<UnfinishedWork, string>> = {
  export: 'an export',
  import: 'an import',
  send: 'a send',
};

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });

const megabytes = (bytes: number): string => `${Math.max(1, Math.round(bytes / 1e6))} MB`;

const percent = (received: number, { bytes }: UpdateOffer): number =>
  Math.floor((100 * received) / Math.max(1, bytes));

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** When a version came out, as a sentence under its name. */
export const releaseWords = ({ released }: UpdateOffer): string =>
  `Released on ${day.format(Date.parse(released))}`;

/** How a version that is on offer comes to this computer. */
function offerWords({ way, bytes }: UpdateOffer): string {
  switch (way) {
    case 'download':
      return `The download has ${megabytes(bytes)}. Your articles stay where they are.`;
    case 'system':
      return 'Nutgraf came with this system’s packages, so the system’s own updates bring the new version.';
    case 'page':
      return 'Get it from the download page and install it over this one. Your articles stay where they are.';
    default:
      return assertNever(way);
  }
}

/** What is true now, in a sentence or two. */
export function updateWords(state: UpdateState): string {
  switch (state.kind) {
    case 'never':
      return 'This build does not look for updates.';
    case 'off':
      return 'Looking for updates is switched off in the settings. Nothing was asked.';
    case 'unknown':
      return 'Nutgraf has not looked for updates yet.';
    case 'looking':
      return 'Looking for updates …';
    case 'current':
      return `Nutgraf ${state.version} is the newest version.`;
    case 'available':
      return offerWords(state.offer);
    case 'downloading':
      return `${percent(state.received, state.offer)} % of ${megabytes(state.offer.bytes)}. You can go on writing.`;
    case 'checking':
      return 'Checking what was downloaded. You can go on writing.';
    case 'ready':
      return readyWords(state.waitsFor);
    case 'failed':
      return state.failure.message;
    default:
      return assertNever(state);
  }
}

function readyWords(waitsFor: readonly UnfinishedWork[] | null): string {
  if (waitsFor === null) return 'It is downloaded and checked, and starts at the next start of Nutgraf.';
  if (waitsFor.length === 0) return 'Nutgraf saves what was typed and restarts.';
  return `The restart waits for ${list.format(waitsFor.map((work) => works[work]))} to end.`;
}

/** In the status bar; null where there is nothing to say there. */
export function shortUpdateWords(state: UpdateState): string | null {
  switch (state.kind) {
    case 'available':
      return `Nutgraf ${state.offer.version} is out`;
    case 'downloading':
      return `Update: ${percent(state.received, state.offer)} %`;
    case 'checking':
      return 'Update: checking';
    case 'ready':
      return state.waitsFor === null ? 'Update: restart' : 'Update: restarting';
    case 'failed':
      return state.offer === null ? null : 'Update: not installed';
    default:
      return null;
  }
}
