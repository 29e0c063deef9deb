import type { LeftOutReason } from '#shared/domain/importReport';
import { sectionKey } from '#shared/domain/section';
import { readElement } from '#shared/document/fromHtml';
import { type ReadingChanges, nameListTypes } from '#shared/document/reading/letteredLists';
import { toPlainText } from '#shared/document/toPlainText';
import type { Draft } from '../draft';
import type { Knowledge } from '../recognised';
import { type Swept, sweep } from '../sweep';
import { readBreadcrumb, sectionOf } from '../text/breadcrumb';
import { textDraft } from '../text/textDraft';
import { markAdComments, markAdElements } from './adElements';
import { resolveAddresses } from './addresses';
import { gatherFigures, type TakenImages, takeInlineImages } from './figures';
import { leftOver } from './leftOver';
import { changeNotices, homelessNotice, missingNotice, unsure } from './notices';
import type { PageElement } from '../../dom/linkedomTree';
import { parsePage } from './page';
import { type PageFacts, readPageFacts } from './pageFacts';
import { type PageLine, pageLines, isProse } from './pageLines';
import { findStory } from './story';
import { NutgrafError } from '#shared/domain/failure';
import { Fragment, type Node } from '@tiptap/pm/model';
import { schema } from '#shared/document/schema';
import { say } from '#shared/language/say';
import { endsSentence } from '../text/line';
import { regionOf } from './regions';

/**
 * What a site prints between the paragraphs of a story. A word of the story itself may also be in a menu: that stays.
 */
const furniture: ReadonlySet<LeftOutReason> = new Set([
  'ad_mark',
  'share_links',
  'subscription',
  'related',
  'comments',
  'legal',
]);

/**
 * A page or fragment of HTML as a draft: metadata and headings give the fields; the story is what Readability finds.
 * If it finds none, the page's text is read as if it had been pasted. Throws NutgrafError `too_deep`.
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
    ...(isUnsure ? [unsure()] : []),
    ...(pictures.missing.length > 0 ? [missingNotice(pictures.missing)] : []),
    ...homelessNotice(story),
    ...changeNotices(changes),
  ];
}

/** The section named by a breadcrumb in the page's text, if its markup names none. */
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
    notices: [say('The page’s markup does not show where the story is, so the page was read as plain text.')],
  };
}

/** Deeper than any real page; the time to parse grows with the square of the depth. */
const DEEPEST = 5000;

/** Elements without an end tag, and those whose end the next one implies (HTML Standard, 13.1.2.4). */
const endless = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd option tr td th tbody'.split(
    ' ',
  ),
);

/** Throws NutgrafError `too_deep` for markup that no parser reads in a reasonable time. */
function refuseTooDeep(html: string): void {
  let depth = 0;
  for (const [tag, name = ''] of html.matchAll(/<\/?([a-z][a-z\d]*)/gi)) {
    if (endless.has(name.toLowerCase())) continue;
    depth = tag.startsWith('</') ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) {
      throw new NutgrafError(
        'too_deep',
        say('This page is nested too deeply to be read. Open it in a browser, copy its text and paste it.'),
      );
    }
  }
}

const LONGEST_CROSSHEAD = 100;

/** A short bold line by itself before a paragraph is a crosshead, as every reader sees it. No heading stays bold. */
function settleHeadings(doc: Node): Node {
  const blocks = doc.children.map((block, index) => settle(block, doc.maybeChild(index + 1)));
  return doc.type.create(doc.attrs, Fragment.fromArray(blocks));
}

function settle(block: Node, next: Node | null): Node {
  if (!isBold(block)) return block;
  if (block.type.name === 'heading') return block.type.create(block.attrs, withoutBold(block));
  const isCrosshead = block.type.name === 'paragraph' && next?.type.name === 'paragraph' && !isBold(next);
  const isShort = block.textContent.length <= LONGEST_CROSSHEAD && !/[:,;]$/.test(block.textContent);
  if (!isCrosshead || !isShort || endsSentence(block.textContent)) return block;
  return schema.node('heading', { level: 2 }, withoutBold(block));
}

function isBold(block: Node): boolean {
  return (
    block.childCount > 0 &&
    block.children.every((node) => node.marks.some(({ type }) => type.name === 'bold'))
  );
}

function withoutBold(block: Node): Fragment {
  return Fragment.fromArray(
    block.children.map((node) => node.mark(node.marks.filter(({ type }) => type.name !== 'bold'))),
  );
}

/** Less visible prose than this is not a story: then what a page hides until its scripts run is its text. */
const SHORTEST_STORY = 140;

const marks = ['hidden', 'aria-hidden'];

/**
 * A page that hides all of its prose shows it when its scripts run, or behind a dialog that was open when it was
 * saved: removes the marks that hide it.
 */
function showWhatScriptsShow(page: PageElement): void {
  const prose = pageLines(page).filter(isProse);
  const shown = lengthOf(prose.filter(({ region }) => region !== 'hidden'));
  const hidden = lengthOf(prose.filter(({ region }) => region === 'hidden'));
  if (shown >= SHORTEST_STORY || hidden <= shown) return;
  for (const element of page.querySelectorAll('[hidden], [aria-hidden], [style]')) {
    if (regionOf(element) !== 'hidden') continue;
    for (const mark of marks) element.removeAttribute(mark);
    element.removeAttribute('style');
  }
}

/** Removes what a page does not show. */
function removeHidden(page: PageElement): void {
  for (const element of page.querySelectorAll('*'))
    if (element.parentNode !== null && regionOf(element) === 'hidden') element.remove();
}

function lengthOf(lines: readonly PageLine[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}
