import { observable, useObservable } from '../observable';

/** What the person should know, and no dialog stands ready to say: drawn over the panes. */
export interface Notice {
  /** What it is about: it takes the place of an earlier one on the same topic. */
  readonly topic: string;
  readonly tone: 'info' | 'ok' | 'warn' | 'bad';
  readonly text: string;
  /** The one thing to do about it. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

const shown = observable<readonly Notice[]>([]);

export function dismissNotice(topic: string): void {
  shown.set((now) => now.filter((notice) => notice.topic !== topic));
}

export function showNotice(notice: Notice): void {
  shown.set((now) => [...now.filter((other) => other.topic !== notice.topic), notice]);
}

/** How long a notice stands, in ms, that only tells what is done and asks nothing. */
const PASSING = 20_000;

/** Shows a notice that goes away by itself, unless it was dismissed or another one took its place. */
export function showPassingNotice(notice: Notice): void {
  showNotice(notice);
  setTimeout(() => shown.set((now) => now.filter((other) => other !== notice)), PASSING);
}

export const currentNotices: () => readonly Notice[] = shown.get;

export function useNotices(): readonly Notice[] {
  return useObservable(shown);
}
