import type { Article, SavePatch, SaveResult } from '#shared/domain/article';
import { toFailure } from '#shared/domain/failure';
import type { Time } from '#shared/domain/id';
import { dueOf, openAutosave, saveOf, step } from './autosave';
import type { Autosave, AutosaveEvent, Choice } from './autosave';
import type { Story } from './story';

export interface AutosavePorts {
  /** Returns `saved` only when it is committed; rejects when it is not. */
  readonly save: (save: { baseVersion: number; patch: SavePatch }) => Promise<SaveResult>;
  readonly now: () => Time;
  /** Runs something after `delay` ms; returns the function that cancels it. */
  readonly after: (delay: number, run: () => void) => () => void;
}

/** An article that saves itself. At most one save is in flight at a time. */
export interface RunningAutosave {
  readonly state: () => Autosave;
  /** Calls `listener` after each change of state; returns the function that stops it. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly edit: (change: Partial<Story>) => void;
  /**
   * Saves at once. True when every word that was on the screen at the call is committed; false when the save failed,
   * or is waiting for the user's choice.
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
  /** When the alarm will ring; null while none is set. */
  let alarm: Time | null = null;
  const listeners = new Set<() => void>();

  const apply = (event: AutosaveEvent): void => {
    const before = state;
    state = step(before, event);
    if (state === before) return;
    // Compared with the alarm and not with the previous state: one that has rung must be set again for the same time.
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
      // An alarm may ring a fraction of a ms too early by the clock: it counts as ringing when it was set to.
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

/** Waits until the state is settled, or cannot settle without help; hurries what was typed in between. */
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
