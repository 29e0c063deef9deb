import { toFailure } from '#shared/domain/failure';
import { observable, useObservable } from '../observable';

/** What the user should know when no dialog is open to say it: drawn above the panes. */
export interface Notice {
  /** Its topic: it replaces an earlier notice on the same topic. */
  readonly topic: string;
  readonly tone: 'info' | 'ok' | 'warn' | 'bad';
  readonly text: string;
  /** The one action it offers. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

const shown = observable<readonly Notice[]>([]);

export function dismissNotice(topic: string): void {
  shown.set((now) => now.filter((notice) => notice.topic !== topic));
}

export function showNotice(notice: Notice): void {
  shown.set((now) => [...now.filter((other) => other.topic !== notice.topic), notice]);
}

/** How long, in ms, a notice is shown that only confirms something. */
const PASSING = 20_000;

/** Shows a notice that goes away by itself, unless it was dismissed or replaced. */
export function showPassingNotice(notice: Notice): void {
  showNotice(notice);
  setTimeout(() => shown.set((now) => now.filter((other) => other !== notice)), PASSING);
}

export const currentNotices: () => readonly Notice[] = shown.get;

export function useNotices(): readonly Notice[] {
  return useObservable(shown);
}

/** Shows an error above the panes, in the words of its failure; the same words are shown once. */
export function reportProblem(thrown: unknown): void {
  const { message } = toFailure(thrown);
  showNotice({ topic: message, tone: 'bad', text: message });
}
