import type { LeftOutReason } from '#shared/domain/importReport';
import { sectionKey } from '#shared/domain/section';
import { fromHtml } from '#shared/document/fromHtml';
import { toPlainText } from '#shared/document/toPlainText';
import { htmlDom } from '../../dom/parseHtml';
import type { Draft } from '../draft';
import type { Knowledge } from '../recognised';
import type { Swept } from '../sweep';
import { sweep } from '../sweep';
import { readBreadcrumb, sectionOf } from '../text/breadcrumb';
import { textDraft } from '../text/textDraft';
import { markAdComments, markAdElements } from './adElements';
import type { TakenImages } from './inlineImages';
import { takeInlineImages } from './inlineImages';
import { settleHeadings } from './boldHeadings';
import { leftOver } from './leftOver';
import { refuseTooDeep } from './nesting';
import { findStory, parsePage } from './page';
import type { PageFacts } from './pageFacts';
import { readPageFacts } from './pageFacts';
import { pageLines } from './pageLines';

/** What a site prints between the paragraphs of a story. A story's own word may be a menu's: that stays. */
const furniture: ReadonlySet<LeftOutReason> = new Set([
  'ad_mark',
  'share_links',
  'subscription',
  'related',
  'comments',
  'legal',
]);

/**
 * A page or a fragment of HTML as a draft: metadata and headings give the fields, the story is what Readability
 * finds. Where it finds none the page's text is read as if it had been pasted. Throws DeskError `too_deep`.
 */
export function htmlDraft(html: string, knowledge: Knowledge): Draft {
  const known = new Set(knowledge.sections.map(sectionKey));
  refuseTooDeep(html);
  const page = parsePage(markAdComments(html));
  const facts = readPageFacts(page, known);
  const lines = pageLines(page).filter((line) => !line.startsWith('\ufffc'));
  markAdElements(page);
  const pictures = takeInlineImages(page);
  const story = findStory(page);
  if (story === null) return fromLines(lines, facts, knowledge);
  const swept = sweep(settleHeadings(fromHtml(story, htmlDom)), {
    reasons: furniture,
    headline: facts.headline,
    takesHashtags: true,
    takesSignature: true,
  });
  return toPlainText(swept.body) === '' && pictures.images.length === 0
    ? fromLines(lines, facts, knowledge)
    : fromStory(swept, lines, facts, pictures, known);
}

function fromStory(
  swept: Swept,
  lines: readonly string[],
  facts: PageFacts,
  pictures: TakenImages,
  known: ReadonlySet<string>,
): Draft {
  const { headline, kicker, dateline, language, direction } = facts;
  const byline = facts.byline || swept.byline;
  const standfirst = toPlainText(swept.body).startsWith(facts.standfirst) ? '' : facts.standfirst;
  const signature = [byline, dateline].filter((part) => part !== '').join(' · ');
  return {
    fields: { headline, standfirst, kicker, byline, dateline },
    section: facts.section ?? sectionIn(lines, headline, known),
    hashtags: facts.hashtags.length > 0 ? facts.hashtags : swept.hashtags,
    language,
    direction,
    body: swept.body,
    leftOut: leftOver(
      lines,
      swept.body,
      { headline, others: [standfirst, kicker, byline, signature] },
      known,
    ),
    images: pictures.images,
    notices: pictures.missing === 0 ? [] : [missingNotice(pictures.missing)],
  };
}

/** The section that a breadcrumb in the page's text names, where its markup tells none. */
function sectionIn(lines: readonly string[], headline: string, known: ReadonlySet<string>): string | null {
  const trails = lines.map((line) => readBreadcrumb(line, headline === '' ? null : headline, known));
  return sectionOf(trails.find((trail) => trail !== null)?.levels ?? [], known);
}

function fromLines(lines: readonly string[], facts: PageFacts, knowledge: Knowledge): Draft {
  const draft = textDraft(lines.join('\n'), knowledge);
  return {
    ...draft,
    fields: {
      ...draft.fields,
      headline: draft.fields.headline || facts.headline,
      byline: facts.byline || (draft.fields.byline ?? ''),
    },
    section: draft.section ?? facts.section,
    hashtags: draft.hashtags.length > 0 ? draft.hashtags : facts.hashtags,
    language: facts.language,
    direction: facts.direction,
    notices: ['No story could be told from the page’s markup, so it was read as plain text.'],
  };
}

function missingNotice(count: number): string {
  const pictures = count === 1 ? '1 picture is' : `${count.toLocaleString('en')} pictures are`;
  return `${pictures} not inside the page and could not be taken along. Drop the files into the article.`;
}
