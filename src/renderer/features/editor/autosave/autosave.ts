import type { Article, SavePatch, SaveResult } from '#shared/domain/article';
import { assertNever } from '#shared/domain/failure';
import type { Failure } from '#shared/domain/failure';
import type { Time } from '#shared/domain/id';
import { differingFields, mergeStories, patchOf, storyOf } from './story';
import type { Decide, Story, StoryChoice } from './story';

/** ms from the first unsaved change to its save; further typing does not delay it. */
export const SAVE_DELAY = 500;
const SETTLED = { kind: 'settled' } as const;
const RETRY_DELAYS = [500, 1000, 2000, 4000, 5000] as const;

/** The state of the words on the screen. */
export type Saving =
  /** All of them are committed. */
  | { readonly kind: 'settled' }
  /** Some are not, and are saved at `due`. */
  | { readonly kind: 'waiting'; readonly due: Time }
  /** `sent` is on its way; `since` is when the first change after it was made. */
  | { readonly kind: 'sending'; readonly sent: Story; readonly since: Time | null; readonly attempt: number }
  /** The last save failed: the words are kept here and saving is tried again at `due`. */
  | { readonly kind: 'failing'; readonly failure: Failure; readonly attempt: number; readonly due: Time }
  /**
   * Another writer changed the same fields or blocks: nothing is saved until the user has chosen. What is typed
   * meanwhile is compared again at `due`.
   */
  | {
      readonly kind: 'conflict';
      readonly theirs: Article;
      readonly choices: readonly StoryChoice[];
      readonly due: Time | null;
    };

/** What the choices come to: one side in all of them, or for each, by its key, the side named. */
export type Choice = 'mine' | 'theirs' | ReadonlyMap<string, 'mine' | 'theirs'>;

/** An open article: what is on the screen, what is committed, and what is in between. */
export interface Autosave {
  readonly story: Story;
  /** Exactly the content of the last acknowledged save (or of the article as it was opened). */
  readonly saved: Story;
  /** The version of `saved` in the store. */
  readonly version: number;
  /** By which the store knows `saved`; null when it was not saved from here since the article was opened. */
  readonly hash: string | null;
  /** When `saved` was committed; null when nothing was written since the article was opened. */
  readonly savedAt: Time | null;
  readonly saving: Saving;
  /** The newest article by another writer that was announced while words here were unsaved. */
  readonly seen: Article | null;
}

export type AutosaveEvent =
  | { readonly kind: 'edited'; readonly change: Partial<Story>; readonly now: Time }
  /** The clock reached `due`, or someone wants it saved at once (`hurry`). */
  | { readonly kind: 'woken'; readonly now: Time; readonly hurry: boolean }
  | { readonly kind: 'answered'; readonly result: SaveResult; readonly now: Time }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly now: Time }
  /** The article as another window or process left it. */
  | { readonly kind: 'noticed'; readonly article: Article }
  | { readonly kind: 'chosen'; readonly choice: Choice; readonly now: Time };

export function openAutosave(article: Article): Autosave {
  const story = storyOf(article);
  return {
    story,
    saved: story,
    version: article.version,
    hash: null,
    savedAt: null,
    saving: SETTLED,
    seen: null,
  };
}

/** The whole state machine: no clock, no store, no timer; {@link runAutosave} supplies them. */
export function step(state: Autosave, event: AutosaveEvent): Autosave {
  switch (event.kind) {
    case 'edited':
      return edited(state, event.change, event.now);
    case 'woken':
      return woken(state, event.now, event.hurry);
    case 'answered':
      return answered(state, event.result, event.now);
    case 'failed':
      return failed(state, event.failure, event.now);
    case 'noticed':
      return noticed(state, event.article);
    case 'chosen':
      return chosen(state, event.choice, event.now);
    default:
      return assertNever(event);
  }
}

/** The save to send in this state; null when there is none. */
export function saveOf(state: Autosave): { baseVersion: number; patch: SavePatch } | null {
  if (state.saving.kind !== 'sending') return null;
  return { baseVersion: state.version, patch: patchOf(state.saved, state.saving.sent, state.hash) };
}

/** When the machine wants to be woken; null while it is waiting for something else. */
export function dueOf({ saving }: Autosave): Time | null {
  return 'due' in saving ? saving.due : null;
}

function edited(state: Autosave, change: Partial<Story>, now: Time): Autosave {
  const story = { ...state.story, ...change };
  const { saving } = state;
  if (saving.kind === 'settled')
    return { ...state, story, saving: { kind: 'waiting', due: now + SAVE_DELAY } };
  if (saving.kind === 'sending' && saving.since === null)
    return { ...state, story, saving: { ...saving, since: now } };
  if (saving.kind === 'conflict' && saving.due === null)
    return { ...state, story, saving: { ...saving, due: now + SAVE_DELAY } };
  return { ...state, story };
}

function woken(state: Autosave, now: Time, hurry: boolean): Autosave {
  const { saving, story } = state;
  if (saving.kind === 'conflict') return comparedAgain(state, now);
  if (saving.kind !== 'waiting' && saving.kind !== 'failing') return state;
  if (!hurry && saving.due > now) return state;
  if (differingFields(state.saved, story).length === 0) return settled(state);
  const attempt = saving.kind === 'failing' ? saving.attempt : 0;
  return { ...state, saving: { kind: 'sending', sent: story, since: null, attempt } };
}

function answered(state: Autosave, result: SaveResult, now: Time): Autosave {
  const { saving } = state;
  if (saving.kind !== 'sending') return state;
  if (result.kind === 'stale') return merged(state, newerOf(result.current, state.seen), now);
  const { version, savedAt, hash } = result;
  const saved = { ...state, saved: saving.sent, version, hash, savedAt };
  if (saving.since === null) return settled(saved);
  return { ...saved, saving: { kind: 'waiting', due: Math.max(now, saving.since + SAVE_DELAY) } };
}

function failed(state: Autosave, failure: Failure, now: Time): Autosave {
  if (state.saving.kind !== 'sending') return state;
  const attempt = state.saving.attempt + 1;
  const delay = RETRY_DELAYS[Math.min(attempt, RETRY_DELAYS.length) - 1] ?? 5000;
  return { ...state, saving: { kind: 'failing', failure, attempt, due: now + delay } };
}

function noticed(state: Autosave, article: Article): Autosave {
  const newest = Math.max(state.version, state.seen?.version ?? 0);
  if (article.version <= newest) return state;
  const next = { ...state, seen: article };
  if (state.saving.kind === 'settled') return settled(next);
  // The user must choose over what is in the store now, not over what was there a moment ago.
  return state.saving.kind === 'conflict' ? merged(next, article, article.updatedAt) : next;
}

/** Nothing is unsaved: what another writer did meanwhile can be shown quietly. */
function settled(state: Autosave): Autosave {
  const { seen, version } = state;
  return seen !== null && seen.version > version ? shown(seen) : { ...state, saving: SETTLED, seen: null };
}

/** Another write may have been announced while the refusal of this one was on its way. */
function newerOf(current: Article, seen: Article | null): Article {
  return seen !== null && seen.version > current.version ? seen : current;
}

function merged(state: Autosave, theirs: Article, now: Time): Autosave {
  const saved = storyOf(theirs);
  const { story, choices } = mergeStories(state.saved, state.story, saved);
  if (choices.length > 0) return { ...state, saving: { kind: 'conflict', theirs, choices, due: null } };
  return rebased(state, story, theirs, now);
}

function comparedAgain(state: Autosave, now: Time): Autosave {
  const { saving } = state;
  return saving.kind === 'conflict' && saving.due !== null && saving.due <= now
    ? merged(state, saving.theirs, now)
    : state;
}

/** Nothing is done while a choice is open that the user has not seen. */
function chosen(state: Autosave, choice: Choice, now: Time): Autosave {
  if (state.saving.kind !== 'conflict') return state;
  const { theirs } = state.saving;
  const { story, choices } = mergeStories(state.saved, state.story, storyOf(theirs), decideBy(choice));
  const isOpen = typeof choice !== 'string' && choices.some(({ key }) => !choice.has(key));
  return isOpen ? merged(state, theirs, now) : rebased(state, story, theirs, now);
}

function decideBy(choice: Choice): Decide {
  const side = (key: string): 'mine' | 'theirs' =>
    typeof choice === 'string' ? choice : (choice.get(key) ?? 'mine');
  return (key) => (side(key) === 'mine' ? 'ours' : 'theirs');
}

/** `story` on top of what another writer committed: saved at once if it differs from that. */
function rebased(state: Autosave, story: Story, theirs: Article, now: Time): Autosave {
  const base = { ...shown(theirs), seen: state.seen };
  if (differingFields(base.saved, story).length === 0) return settled(base);
  return { ...base, story, saving: { kind: 'waiting', due: now } };
}

function shown(article: Article): Autosave {
  return { ...openAutosave(article), savedAt: article.updatedAt };
}
