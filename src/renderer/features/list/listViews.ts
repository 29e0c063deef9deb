import type { LucideIcon } from 'lucide-react';
import { CalendarClock, CircleCheck, Newspaper, PenLine, Trash2 } from 'lucide-react';
import type { ListView } from '#shared/domain/article';

export interface ListViewWords {
  readonly label: string;
  readonly icon: LucideIcon;
  /** Said when it is empty: that it is, and what belongs here. */
  readonly none: string;
  readonly empty: string;
}

/** The views of the rail, in its order. */
export const listViews = {
  draft: {
    label: 'Drafts',
    icon: PenLine,
    none: 'No drafts',
    empty: 'Articles that are being written stand here.',
  },
  ready: {
    label: 'Ready',
    icon: CircleCheck,
    none: 'Nothing is ready',
    empty: 'Articles that are done and wait to be sent. Set the status of one to Ready in the inspector.',
  },
  scheduled: {
    label: 'Scheduled',
    icon: CalendarClock,
    none: 'Nothing is scheduled',
    empty: 'Articles that have a time to go out.',
  },
  published: {
    label: 'Published',
    icon: Newspaper,
    none: 'Nothing is published',
    empty: 'Articles that are out. Set the status of one to Published in the inspector.',
  },
  trash: {
    label: 'Trash',
    icon: Trash2,
    none: 'The trash is empty',
    empty: 'Articles that were moved to the trash wait here and can be put back.',
  },
} as const satisfies Partial<Record<ListView, ListViewWords>>;

export type RailView = keyof typeof listViews;

export const railViews = Object.keys(listViews) as readonly RailView[];
