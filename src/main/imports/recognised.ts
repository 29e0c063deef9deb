import type { Node } from '@tiptap/pm/model';
import type { ArticleContent } from '#shared/domain/article';
import type { TextField } from '#shared/domain/fields';
import type { LeftOutReason } from '#shared/domain/importReport';

/** What a recogniser may know about the paper. */
export interface Knowledge {
  /** The names of the sections in the store. */
  readonly sections: readonly string[];
}

/** What a source states besides its texts, section and hashtags. An import starts as a draft, whatever it was. */
export type ToldFields = Partial<
  Omit<ArticleContent, TextField | 'sectionId' | 'hashtags' | 'body' | 'status'>
>;

/** A piece of the source that is not in the story; `before` counts the body's blocks above it. */
export interface LeftOut {
  readonly text: string;
  readonly reason: LeftOutReason;
  readonly before: number;
}

/** An image from inside the page; the body's figure has `src` in place of its bytes. */
export interface InlineImage {
  readonly src: string;
  readonly bytes: Uint8Array;
}

/** What was recognised in one source. Every text of the source is in a field, in the body or left out. */
export interface RecognisedArticle {
  readonly fields: Readonly<Record<TextField, string>> & Pick<ArticleContent, 'hashtags'> & ToldFields;
  /** The name as the page has it; the store may not have such a section yet. */
  readonly section: string | null;
  /** In normal form; its blocks have no ids yet. */
  readonly body: Node;
  readonly leftOut: readonly LeftOut[];
  readonly images: readonly InlineImage[];
  /** What the editor should know, in whole sentences. */
  readonly notices: readonly string[];
}
