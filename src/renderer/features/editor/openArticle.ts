import type { Editor } from '@tiptap/core';
import type { Id, Time } from '#shared/domain/id';
import type { Observable } from '#renderer/base/observable';
import type { RunningAutosave } from './autosave/runAutosave';

/** What the store keeps of an article beside its story. */
export interface ArticleCard {
  readonly createdAt: Time;
  readonly updatedAt: Time;
  readonly trashedAt: Time | null;
}

export const isTrashed = ({ trashedAt }: ArticleCard): boolean => trashedAt !== null;

/** One article being edited: it lives until all its words are committed, also when another is shown. */
export interface OpenArticle {
  readonly id: Id;
  readonly autosave: RunningAutosave;
  readonly card: Observable<ArticleCard>;
  /** The editor of its body, while it is on the screen. */
  readonly editor: Observable<Editor | null>;
}
