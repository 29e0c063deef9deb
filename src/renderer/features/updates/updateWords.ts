import { assertNever } from '#shared/domain/failure';
import type { UnfinishedWork, UpdateOffer, UpdateState } from '#shared/domain/update';
import { say, saying } from '#shared/language/say';
import { dateFormat, listed } from '#shared/language/formats';

const works: Readonly<Record<UnfinishedWork, () => string>> = {
  export: saying('an export'),
  import: saying('an import'),
  send: saying('a send'),
};

const megabytes = (bytes: number): string =>
  say('{size, number} MB', { size: Math.max(1, Math.round(bytes / 1e6)) });

const percent = (received: number, { bytes }: UpdateOffer): number =>
  Math.floor((100 * received) / Math.max(1, bytes));

const day = dateFormat({ dateStyle: 'long', timeZone: 'UTC' });

/** When a version came out, as a sentence under its name. */
export const releaseWords = ({ released }: UpdateOffer): string =>
  say('Released on {day}', { day: day().format(Date.parse(released)) });

/** How a version that is on offer comes to this computer. */
function offerWords({ way, bytes }: UpdateOffer): string {
  switch (way) {
    case 'download':
      return say('The download has {size}. Your articles stay where they are.', { size: megabytes(bytes) });
    case 'system':
      return say(
        'Nutgraf came with this system’s packages, so the system’s own updates bring the new version.',
      );
    case 'page':
      return say(
        'Get it from the download page and install it over this one. Your articles stay where they are.',
      );
    default:
      return assertNever(way);
  }
}

/** What is true now, in a sentence or two. */
export function updateWords(state: UpdateState): string {
  switch (state.kind) {
    case 'never':
      return say('This build does not look for updates.');
    case 'off':
      return say('Looking for updates is switched off in the settings. Nothing was asked.');
    case 'unknown':
      return say('Nutgraf has not looked for updates yet.');
    case 'looking':
      return say('Looking for updates …');
    case 'current':
      return say('Nutgraf {version} is the newest version.', { version: state.version });
    case 'available':
      return offerWords(state.offer);
    case 'downloading':
      return say('{percent, number} % of {size}. You can go on writing.', {
        percent: percent(state.received, state.offer),
        size: megabytes(state.offer.bytes),
      });
    case 'checking':
      return say('Checking what was downloaded. You can go on writing.');
    case 'ready':
      return readyWords(state.waitsFor);
    case 'failed':
      return state.failure.message;
    default:
      return assertNever(state);
  }
}

function readyWords(waitsFor: readonly UnfinishedWork[] | null): string {
  if (waitsFor === null) return say('It is downloaded and checked, and starts at the next start of Nutgraf.');
  if (waitsFor.length === 0) return say('Nutgraf saves what was typed and restarts.');
  return say('The restart waits for {works} to end.', {
    works: listed(waitsFor.map((work) => works[work]())),
  });
}

/** In the status bar; null where there is nothing to say there. */
export function shortUpdateWords(state: UpdateState): string | null {
  switch (state.kind) {
    case 'available':
      return say('Nutgraf {version} is out', { version: state.offer.version });
    case 'downloading':
      return say('Update: {percent, number} %', { percent: percent(state.received, state.offer) });
    case 'checking':
      return say('Update: checking');
    case 'ready':
      return state.waitsFor === null ? say('Update: restart') : say('Update: restarting');
    case 'failed':
      return state.offer === null ? null : say('Update: not installed');
    default:
      return null;
  }
}
