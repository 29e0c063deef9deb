import type { LucideIcon } from 'lucide-react';
import { CalendarClock, CircleCheck, Newspaper, PenLine, Trash2 } from 'lucide-react';
import type { ListView } from '#shared/domain/article';
import { saying } from '#shared/language/say';

export interface ListViewWords {
  readonly label: () => string;
  readonly icon: LucideIcon;
  /** Shown when it is empty: that it is, and what belongs here. */
  readonly none: () => string;
  readonly empty: () => string;
}

/** The views of the rail, in order. */
export const listViews = {
  draft: {
    label: saying('Drafts'),
    icon: PenLine,
    none: saying('No drafts'),
    empty: saying('Articles you are working on appear here.'),
  },
  ready: {
    label: saying('Ready'),
    icon: CircleCheck,
    none: saying('Nothing is ready'),
    empty: saying(
      'Articles that are finished and ready to send. Set an article’s status to Ready in the inspector.',
    ),
  },
  scheduled: {
    label: saying('Scheduled'),
    icon: CalendarClock,
    none: saying('Nothing is scheduled'),
    empty: saying('Articles with a time to go out.'),
  },
  published: {
    label: saying('Published'),
    icon: Newspaper,
    none: saying('Nothing is published'),
    empty: saying(
      'Articles that have been published. Set an article’s status to Published in the inspector.',
    ),
  },
  trash: {
    label: saying('Trash'),
    icon: Trash2,
    none: saying('The trash is empty'),
    empty: saying('Articles you move to the trash stay here until you put them back.'),
  },
} as const satisfies Partial<Record<ListView, ListViewWords>>;

export type RailView = keyof typeof listViews;

export const railViews = Object.keys(listViews) as readonly RailView[];
