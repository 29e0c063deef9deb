import type { Article, SaveResult, SentPatch } from '#shared/domain/article';
import { toFailure } from '#shared/domain/failure';
import type { Time } from '#shared/domain/id';
import { dueOf, openAutosave, saveOf, step } from './autosave';
import type { Autosave, AutosaveEvent, Choice } from './autosave';
import type { Story } from './story';

export interface AutosavePorts {
  /** Answers `saved` only when it is committed; rejects when it is not. */
  readonly save: (save: { baseVersion: number; patch: SentPatch }) => Promise<SaveResult>;
  readonly now: () => Time;
  /** Runs something after `delay` ms; returns what calls it off. */
  readonly after: (delay: number, run: () => void) => () => void;
}

/** An article that saves itself. At most one save is on its way at a time. */
export interface RunningAutosave {
  readonly state: () => Autosave;
  /** Calls `listener` after each change of state; returns what stops it. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly edit: (change: Partial<Story>) => void;
  /**
   * Saves at once. True when every word that was on the screen at the call is committed; false when the save
   * failed, or waits for a person's choice.
   */
  readonly flush: () => Promise<boolean>;
  readonly notice: (article: Article) => void;
  readonly choose: (choice: Choice) => void;
  readonly close: () => void;
}

export function runAutosave(article: Article, ports: AutosavePorts): RunningAutosave {
  const { now } = ports;
  let state = openAutosave(article);
  let callOff = (): void => undefined;
  /** When the alarm that is set will ring; null while none is. */
  let alarm: Time | null = null;
  const listeners = new Set<() => void>();

  const apply = (event: AutosaveEvent): void => {
    const before = state;
    state = step(before, event);
    if (state === before) return;
    // Compared with the alarm and not with the state before: one that has rung must be set anew for the same time.
    if (dueOf(state) !== alarm) setAlarm();
    if (state.saving.kind === 'sending' && before.saving.kind !== 'sending') void send();
    for (const listener of listeners) listener();
  };
  const setAlarm = (): void => {
    callOff();
    const due = dueOf(state);
    alarm = due;
    if (due === null) return;
    const ring = (): void => {
      alarm = null;
      // An alarm may ring a fraction of a ms too early by the clock: it is never before what it was set for.
      apply({ kind: 'woken', now: Math.max(due, now()), hurry: false });
    };
    callOff = ports.after(Math.max(0, due - now()), ring);
  };
  const send = async (): Promise<void> => {
    const save = saveOf(state);
    if (save !== null) apply(await answerOf(ports, save));
  };
  const subscribe = (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const hurry = (): void => apply({ kind: 'woken', now: now(), hurry: true });
  const flush = (): Promise<boolean> => {
    hurry();
    return settling(() => state, subscribe, hurry);
  };
  return {
    state: () => state,
    subscribe,
    flush,
    edit: (change) => apply({ kind: 'edited', change, now: now() }),
    notice: (article) => apply({ kind: 'noticed', article }),
    choose: (choice) => apply({ kind: 'chosen', choice, now: now() }),
    close: () => callOff(),
  };
}

async function answerOf(
  { save, now }: AutosavePorts,
  request: Parameters<AutosavePorts['save']>[0],
): Promise<AutosaveEvent> {
  try {
    return { kind: 'answered', result: await save(request), now: now() };
  } catch (thrown) {
    return { kind: 'failed', failure: toFailure(thrown), now: now() };
  }
}

/** Waits until the state is settled, or can't be without help; hurries on what was typed in between. */
function settling(
  state: () => Autosave,
  subscribe: RunningAutosave['subscribe'],
  hurry: () => void,
): Promise<boolean> {
  const isOver = (): boolean => ['settled', 'failing', 'conflict'].includes(state().saving.kind);
  if (isOver()) return Promise.resolve(state().saving.kind === 'settled');
  return new Promise((resolve) => {
    const stop = subscribe(() => {
      if (state().saving.kind === 'waiting') queueMicrotask(hurry);
      if (!isOver()) return;
      stop();
      resolve(state().saving.kind === 'settled');
    });
  });
}
