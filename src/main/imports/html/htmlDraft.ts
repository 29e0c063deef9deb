import type { LeftOutReason } from '#shared/domain/importReport';
import { sectionKey } from '#shared/domain/section';
import { readElement } from '#shared/document/fromHtml';
import { type ReadingChanges, nameListTypes } from '#shared/document/reading/letteredLists';
import { toPlainText } from '#shared/document/toPlainText';
import type { Draft } from '../draft';
import type { Knowledge } from '../recognised';
import type { Swept } from '../sweep';
import { sweep } from '../sweep';
import { readBreadcrumb, sectionOf } from '../text/breadcrumb';
import { textDraft } from '../text/textDraft';
import { markAdComments, markAdElements } from './adElements';
import { resolveAddresses } from './addresses';
import { gatherFigures } from './figures';
import { removeHidden, showWhatScriptsShow } from './hidden';
import type { TakenImages } from './inlineImages';
import { takeInlineImages } from './inlineImages';
import { settleHeadings } from './boldHeadings';
import { leftOver } from './leftOver';
import { refuseTooDeep } from './nesting';
import { changeNotices, homelessNotice, missingNotice, UNSURE } from './notices';
import { parsePage } from './page';
import type { PageFacts } from './pageFacts';
import { readPageFacts } from './pageFacts';
import type { PageLine } from './pageLines';
import { pageLines } from './pageLines';
import { findStory } from './story';

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
 * finds. Where it finds none the page's text is read as if it had been pasted. Throws NutgrafError `too_deep`.
 */
export function htmlDraft(html: string, knowledge: Knowledge): Draft {
  const known = new Set(knowledge.sections.map(sectionKey));
  refuseTooDeep(html);
  const page = parsePage(markAdComments(html));
  resolveAddresses(page, html);
  showWhatScriptsShow(page);
  const facts = readPageFacts(page, known);
  const lines = pageLines(page).filter(({ text }) => !text.startsWith('\ufffc'));
  markAdElements(page);
  nameListTypes(page);
  removeHidden(page);
  gatherFigures(page);
  const pictures = takeInlineImages(page);
  const story = findStory(page);
  if (story === null) return fromLines(lines, facts, knowledge);
  const { body, changes } = readElement(story.root);
  const swept = sweep(settleHeadings(body), {
    reasons: furniture,
    headline: facts.headline,
    takesHashtags: true,
    takesSignature: true,
  });
  return toPlainText(swept.body) === '' && pictures.images.length === 0
    ? fromLines(lines, facts, knowledge)
    : fromStory(swept, { lines, facts, pictures, changes, isUnsure: story.unsure }, known);
}

/** What was read of a page besides its story. */
interface ReadPage {
  readonly lines: readonly PageLine[];
  readonly facts: PageFacts;
  readonly pictures: TakenImages;
  readonly changes: ReadingChanges;
  readonly isUnsure: boolean;
}

function fromStory(swept: Swept, page: ReadPage, known: ReadonlySet<string>): Draft {
  const { lines, facts, pictures } = page;
  const { headline, kicker, dateline, language, direction } = facts;
  const byline = facts.byline || swept.byline;
  const standfirst = toPlainText(swept.body).startsWith(facts.standfirst) ? '' : facts.standfirst;
  const signature = [byline, dateline].filter((part) => part !== '').join(' · ');
  return {
    fields: { headline, standfirst, kicker, byline, dateline },
    section: facts.section ?? sectionIn(lines, headline, known),
    hashtags: facts.hashtags.length > 0 ? facts.hashtags : swept.hashtags,
    tagNames: facts.hashtags.length > 0 ? facts.tagNames : swept.tagNames,
    told: { language, direction },
    body: swept.body,
    leftOut: leftOver(
      lines,
      swept.body,
      { headline, others: [standfirst, kicker, byline, signature] },
      known,
    ),
    images: pictures.images,
    notices: noticesOf(page, swept.body),
  };
}

function noticesOf({ pictures, changes, isUnsure }: ReadPage, story: Swept['body']): readonly string[] {
  return [
    ...(isUnsure ? [UNSURE] : []),
    ...(pictures.missing.length > 0 ? [missingNotice(pictures.missing)] : []),
    ...homelessNotice(story),
    ...changeNotices(changes),
  ];
}

/** The section that a breadcrumb in the page's text names, where its markup tells none. */
function sectionIn(lines: readonly PageLine[], headline: string, known: ReadonlySet<string>): string | null {
  const trails = lines.map(({ text }) => readBreadcrumb(text, headline === '' ? null : headline, known));
  return sectionOf(trails.find((trail) => trail !== null)?.levels ?? [], known);
}

function fromLines(lines: readonly PageLine[], facts: PageFacts, knowledge: Knowledge): Draft {
  const textOf = (chosen: readonly PageLine[]): string => chosen.map(({ text }) => text).join('\n');
  const hidden = lines.filter(({ region }) => region === 'hidden');
  const draft = textDraft(textOf(lines.filter(({ region }) => region !== 'hidden')), knowledge);
  return {
    ...draft,
    leftOut: [
      ...draft.leftOut,
      ...(hidden.length === 0
        ? []
        : [{ text: textOf(hidden), reason: 'hidden' as const, before: Number.MAX_SAFE_INTEGER }]),
    ],
    fields: {
      ...draft.fields,
      headline: draft.fields.headline || facts.headline,
      byline: facts.byline || (draft.fields.byline ?? ''),
    },
    section: draft.section ?? facts.section,
    hashtags: draft.hashtags.length > 0 ? draft.hashtags : facts.hashtags,
    tagNames: draft.hashtags.length > 0 ? (draft.tagNames ?? []) : facts.tagNames,
    told: { language: facts.language, direction: facts.direction },
    notices: ['No story could be told from the page’s markup, so it was read as plain text.'],
  };
}
