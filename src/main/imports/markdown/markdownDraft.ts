import { fromMarkdown } from '#shared/document/fromMarkdown';
import { say } from '#shared/language/say';
import type { Draft } from '../draft';
import type { LeftOut } from '../recognised';
import { changeNotices, homelessNotice } from '../html/notices';
import { sweep } from '../sweep';
import { languages, readFrontMatter, splitFrontMatter } from './frontMatter';
import { readMarkdown } from './readMarkdown';

/** Markdown as a draft: front matter gives the fields; a `# heading` at the top is the headline if they have none. */
export function markdownDraft(text: string): Draft {
  const { front: written, body } = splitFrontMatter(text);
  const front = written === null ? null : readFrontMatter(written.text, written.language);
  const unread = front === null ? written : null;
  const { title, titleLine, rest } = splitTitle(body);
  const headline = front?.fields.headline ?? '';
  const isRepeated = headline !== '' && title !== null && sameText(title, headline);
  // If there is a headline already, a different `#` heading belongs to the story.
  const story = headline !== '' && !isRepeated ? body : rest;
  const read = readMarkdown(story);
  const swept = sweep(read.body, {
    reasons: new Set(['ad_mark']),
    headline: '',
    takesHashtags: !front?.hashtags.length,
    takesSignature: !front?.fields.byline,
  });
  return {
    fields: {
      ...front?.fields,
      headline: headline === '' ? (title ?? '') : headline,
      byline: front?.fields.byline || swept.byline,
    },
    section: front?.section ?? null,
    hashtags: front?.hashtags.length ? front.hashtags : swept.hashtags,
    tagNames: front?.hashtags.length ? front.tagNames : swept.tagNames,
    told: front?.told ?? {},
    body: swept.body,
    leftOut: [
      ...atTop(unread?.text.trim() ?? '', 'other'),
      ...atTop(front?.others ?? '', 'other'),
      ...atTop(isRepeated ? titleLine : '', 'repeated_headline'),
      ...swept.leftOut,
      ...read.leftOut,
    ],
    notices: [
      ...(unread === null
        ? []
        : [
            say(
              'The front matter is not valid {language}. It is in the import report; fill in the fields by hand.',
              {
                language: languages[unread.language].name,
              },
            ),
          ]),
      ...homelessNotice(swept.body),
      ...changeNotices(read.changes),
    ],
  };
}

function atTop(text: string, reason: LeftOut['reason']): readonly LeftOut[] {
  return text === '' ? [] : [{ text, reason, before: 0 }];
}

interface Title {
  /** The text of a level-1 heading on the first lines, without its markup. */
  readonly title: string | null;
  readonly titleLine: string;
  readonly rest: string;
}

/** CommonMark 4.2 and 4.3: `# Title`, or `Title` over a line of `=`. */
function splitTitle(body: string): Title {
  const match = /^\s*?(?:(#[ \t][^\n]*)|([^\n#>\s-][^\n]*\n=+[ \t]*))(?:\n|$)/.exec(body.replace(/^\n+/, ''));
  const line = match?.[1] ?? match?.[2];
  if (match === null || line === undefined) return { title: null, titleLine: '', rest: body };
  const title = fromMarkdown(line).textContent.trim();
  const rest = body.replace(/^\n+/, '').slice(match[0].length);
  return { title: title === '' ? null : title, titleLine: line, rest };
}

function sameText(one: string, other: string): boolean {
  return one.replace(/\s+/gu, ' ').trim() === other.replace(/\s+/gu, ' ').trim();
}
