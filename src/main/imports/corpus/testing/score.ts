import { expect } from 'vitest';
import { toPlainText } from '#shared/document/toPlainText';
import { readText } from '../../readSource';
import { recognise } from '../../recognise';
import type { RecognisedArticle } from '../../recognised';
import type { CorpusPage } from './pages';

/** What is asked of each page. */
const questions = {
  headline: ({ headline }, { fields }) => fields.headline === headline,
  byline: ({ byline }, { fields }) => fields.byline === byline,
  prose: ({ prose }, { body }) => {
    const text = flat(toPlainText(body));
    return prose.every((paragraph) => text.includes(flat(paragraph)));
  },
  section: ({ section }, article) => section === null || article.section === section,
} as const satisfies Record<string, (page: CorpusPage, article: RecognisedArticle) => boolean>;

type Question = keyof typeof questions;

/** The minimum share of pages that must be read correctly. */
const least: Readonly<Record<Question, number>> = { headline: 0.95, byline: 0.9, prose: 1, section: 0.9 };

const names = Object.keys(questions) as readonly Question[];

interface Score {
  readonly pages: number;
  /** The pages that were misread, each with what was found. */
  readonly missed: Readonly<Record<Question, readonly string[]>>;
}

/**
 * Prints how many pages were read correctly, and expects the minimum for each question; a failure names the pages.
 */
export function expectRead(pages: readonly CorpusPage[], sections: readonly string[]): void {
  const { missed } = scorePages(pages, sections);
  for (const name of names) {
    const right = pages.length - missed[name].length;
    process.stdout.write(`${name}: ${right} of ${pages.length} pages\n`);
    for (const miss of missed[name]) process.stdout.write(`  not ${miss}\n`);
  }
  const failed = names.filter((name) => missed[name].length > pages.length * (1 - least[name]));
  expect(failed.flatMap((name) => missed[name])).toEqual([]);
}

/** Reads every page as an import does, and checks each question on it. */
function scorePages(pages: readonly CorpusPage[], sections: readonly string[]): Score {
  const read = pages.map((page) => ({
    page,
    article: recognise(readText(page.source, page.file), { sections }),
  }));
  const missedOf = (question: Question): readonly string[] =>
    read
      .filter(({ page, article }) => !questions[question](page, article))
      .map(({ page, article }) => `${page.name}: ${foundFor(question, article)}`);
  return {
    pages: pages.length,
    missed: {
      headline: missedOf('headline'),
      byline: missedOf('byline'),
      prose: missedOf('prose'),
      section: missedOf('section'),
    },
  };
}

function foundFor(question: Question, { fields, section, body }: RecognisedArticle): string {
  if (question === 'section') return section ?? '(none)';
  return question === 'prose' ? `${body.childCount} blocks` : fields[question];
}

function flat(text: string): string {
  return text.replace(/\s+/gu, '');
}
