import type { OpenArticle } from '#renderer/features/editor';

/** What a tab is about. */
export interface TabProps {
  readonly article: OpenArticle;
  readonly readOnly: boolean;
}
