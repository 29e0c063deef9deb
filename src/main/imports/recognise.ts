import { picturesOf } from '#shared/document/outline';
import { NutgrafError } from '#shared/domain/failure';
import { textFieldNames } from '#shared/domain/fields';
import { toPlainText } from '#shared/document/toPlainText';
import { say } from '#shared/language/say';
import type { Draft } from './draft';
import { finish } from './draft';
import { htmlDraft } from './html/htmlDraft';
import { markdownDraft } from './markdown/markdownDraft';
import type { Knowledge, RecognisedArticle } from './recognised';
import type { SourceFormat, SourceText } from './sourceText';
import { textDraft } from './text/textDraft';

const readers = {
  text: textDraft,
  markdown: markdownDraft,
  html: htmlDraft,
} as const satisfies Record<SourceFormat, (text: string, knowledge: Knowledge) => Draft>;

/**
 * The article in a source. Pure. Throws NutgrafError `empty_file` for a page without any text or image, `too_deep`,
 * and `unreadable_source`, which names the file, for one on which a reader failed.
 */
export function recognise(source: SourceText, knowledge: Knowledge): RecognisedArticle {
  const article = read(source, knowledge);
  if (saysNothing(article)) {
    throw new NutgrafError(
      'empty_file',
      say('This file has no text that Nutgraf can read. Choose another one, or paste the text.'),
    );
  }
  return article;
}

/** An article without a word or an image, whose report would be empty too. */
function saysNothing({ body, fields, leftOut }: RecognisedArticle): boolean {
  if (leftOut.length > 0 || textFieldNames.some((name) => fields[name] !== '')) return false;
  return toPlainText(body) === '' && picturesOf(body).length === 0;
}

function read(source: SourceText, knowledge: Knowledge): RecognisedArticle {
  try {
    const article = finish(readers[source.format](source.text, knowledge), source);
    article.body.check();
    return article;
  } catch (thrown) {
    if (thrown instanceof NutgrafError) throw thrown;
    throw unreadable(source.name, thrown);
  }
}

/** The failure for a file that broke a reader. */
export function unreadable(name: string, thrown: unknown): NutgrafError {
  return new NutgrafError(
    'unreadable_source',
    say(
      '“{name}” holds something that Nutgraf cannot read. Nothing was imported from it, and your articles are unchanged. Open it in its own program, copy the text and paste it into a new article.',
      { name },
    ),
    thrown instanceof Error ? thrown.message : String(thrown),
  );
}
