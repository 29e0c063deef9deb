import type { LucideIcon } from 'lucide-react';
import { CalendarClock, CircleCheck, Newspaper, PenLine, Trash2 } from 'lucide-react';
import type { ListView } from '#shared/domain/article';

export interface ListViewWords {
  readonly label: string;
  readonly icon: LucideIcon;
  /** Shown when it is empty: that it is, and what belongs here. */
  readonly none: string;
  readonly empty: string;
}

/** The views of the rail, in order. */
export const listViews = {
  draft: {
    label: 'Drafts',
    icon: PenLine,
    none: 'No drafts',
    empty: 'Articles you are working on appear here.',
  },
  ready: {
    label: 'Ready',
    icon: CircleCheck,
    none: 'Nothing is ready',
    empty: 'Articles that are finished and ready to send. Set an article’s status to Ready in the inspector.',
  },
  scheduled: {
    label: 'Scheduled',
    icon: CalendarClock,
    none: 'Nothing is scheduled',
    empty: 'Articles with a time to go out.',
  },
  published: {
    label: 'Published',
    icon: Newspaper,
    none: 'Nothing is published',
    empty: 'Articles that have been published. Set an article’s status to Published in the inspector.',
  },
  trash: {
    label: 'Trash',
    icon: Trash2,
    none: 'The trash is empty',
    empty: 'Articles you move to the trash stay here until you put them back.',
  },
} as const satisfies Partial<Record<ListView, ListViewWords>>;

export type RailView = keyof typeof listViews;

export const railViews = Object.keys(listViews) as readonly RailView[];
