import type { LucideIcon } from 'lucide-react';
import { CalendarClock, CircleCheck, Newspaper, PenLine, Trash2 } from 'lucide-react';
import type { DeskView } from '#shared/domain/article';

export interface DeskViewWords {
  readonly label: string;
  readonly icon: LucideIcon;
  /** What belongs here, said when it is empty. */
  readonly empty: string;
}

/** The desks of the rail, in its order. */
export const deskViews = {
  draft: {
    label: 'Drafts',
    icon: PenLine,
    empty: 'Articles that are being written. Import a page or start a new one.',
  },
  ready: {
    label: 'Ready',
    icon: CircleCheck,
    empty: 'Articles that are done and wait to be sent. Set the status of one to Ready in the inspector.',
  },
  scheduled: {
    label: 'Scheduled',
    icon: CalendarClock,
    empty: 'Articles that have a time to go out.',
  },
  published: {
    label: 'Published',
    icon: Newspaper,
    empty: 'Articles that are out. Set the status of one to Published in the inspector.',
  },
  trash: {
    label: 'Trash',
    icon: Trash2,
    empty: 'Articles that were moved to the trash wait here and can be put back.',
  },
} as const satisfies Partial<Record<DeskView, DeskViewWords>>;

export type RailView = keyof typeof deskViews;

export const railViews = Object.keys(deskViews) as readonly RailView[];
