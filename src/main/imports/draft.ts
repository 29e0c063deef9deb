import type { Node } from '@tiptap/pm/model';
import { type TextField, articleFields, textFieldNames, tidyLine } from '#shared/domain/fields';
import { HASHTAG_LIMIT, uniqueHashtags, toHashtag } from '#shared/domain/hashtag';
import { toPlainText } from '#shared/document/toPlainText';
import { enumerated } from '#shared/language/formats';
import { say } from '#shared/language/say';
import type { InlineImage, LeftOut, RecognisedArticle, ToldFields } from './recognised';
import type { SourceText } from './sourceText';

/** What a format's reader found, before it is made to fit the fields. */
export interface Draft {
  readonly fields: Partial<Record<TextField, string>>;
  readonly section: string | null;
  readonly hashtags: readonly string[];
  /** The same as the source spells them, for notices about changed spellings. */
  readonly tagNames?: readonly string[];
  /** The other fields that the file states. */
  readonly told?: ToldFields;
  readonly body: Node;
  readonly leftOut: readonly LeftOut[];
  readonly images?: readonly InlineImage[];
  readonly notices?: readonly string[];
}

interface Fitted<T> {
  readonly value: T;
  readonly leftOut: readonly LeftOut[];
  readonly notices: readonly string[];
}

/** The draft with each field within its limit; what did not fit goes whole into the report, and a notice says so. */
export function finish(draft: Draft, { notices }: Pick<SourceText, 'notices'>): RecognisedArticle {
  const texts = fitTexts(draft.fields);
  const hashtags = fitHashtags(draft.hashtags);
  const headline = texts.value.headline;
  return {
    fields: {
      ...texts.value,
      ...draft.told,
      hashtags: hashtags.value,
      language: languageTag(draft.told?.language ?? ''),
      direction: isRightToLeft(headline, draft.body) ? 'rtl' : (draft.told?.direction ?? 'auto'),
    },
    section: draft.section === null ? null : cutAtWord(tidyLine(draft.section), 200) || null,
    body: draft.body,
    leftOut: [...texts.leftOut, ...draft.leftOut, ...hashtags.leftOut],
    images: draft.images ?? [],
    notices: [
      ...notices,
      ...(draft.notices ?? []),
      ...texts.notices,
      ...hashtags.notices,
      ...respeltNotices(draft.tagNames ?? []),
      ...(headline === '' ? [say('No headline was found. Write one.')] : []),
    ],
  };
}

function fitTexts(found: Draft['fields']): Fitted<Record<TextField, string>> {
  const texts = textFieldNames.map((name) => ({
    name,
    whole: tidyLine(found[name] ?? ''),
    ...articleFields[name],
  }));
  const tooLong = texts.filter(({ whole, limit }) => whole.length > limit);
  return {
    value: Object.fromEntries(
      texts.map(({ name, whole, limit }) => [name, cutAtWord(whole, limit)]),
    ) as Record<TextField, string>,
    leftOut: tooLong.map(({ whole }) => ({ text: whole, reason: 'too_long', before: 0 })),
    notices: tooLong.map(({ label, limit }) =>
      say('{field}: cut to {limit, number} characters. The full text is in the import report.', {
        field: label(),
        limit,
      }),
    ),
  };
}

/** At most `limit` code units, cut after a word if one ends in the last half. */
function cutAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit).replace(/[\ud800-\udbff]$/, '');
  const space = cut.lastIndexOf(' ');
  return (space > limit / 2 ? cut.slice(0, space) : cut).trim();
}

function fitHashtags(found: readonly string[]): Fitted<readonly string[]> {
  const tags = uniqueHashtags(found);
  const others = tags.slice(HASHTAG_LIMIT);
  if (others.length === 0) return { value: tags, leftOut: [], notices: [] };
  const text = others.map((tag) => `#${tag}`).join(' ');
  return {
    value: tags.slice(0, HASHTAG_LIMIT),
    leftOut: [{ text, reason: 'too_many_hashtags', before: Number.MAX_SAFE_INTEGER }],
    notices: [
      say('{count, number} hashtags: the first {kept, number} are kept.', {
        count: tags.length,
        kept: HASHTAG_LIMIT,
      }),
    ],
  };
}

function languageTag(language: string): string {
  return /^[a-z]{2,3}(?:[-_][a-z\d]{2,8}){0,3}$/i.test(language) ? language.replaceAll('_', '-') : '';
}

const rightToLeft = /[\p{sc=Arabic}\p{sc=Hebrew}\p{sc=Syriac}\p{sc=Thaana}\p{sc=Nko}]/gu;

/** Whether most letters of the first few thousand belong to right-to-left scripts. */
function isRightToLeft(headline: string, body: Node): boolean {
  const sample = `${headline} ${toPlainText(body).slice(0, 4000)}`;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  return (sample.match(rightToLeft)?.length ?? 0) > letters / 2;
}

/** The most that a notice names one by one. */
const MOST_NAMED = 10;

/**
 * Says which of a source's tags could not keep their spelling, since a hashtag is one word: `hand-made` becomes
 * #handmade. Words that are merely joined are not named; a tag of which nothing is left is. Empty if all are
 * unchanged.
 */
export function respeltNotices(names: readonly string[]): readonly string[] {
  const changes = [...new Set(names.map(spelling))].flatMap((name) => {
    const tag = toHashtag(name);
    if (name === '' || tag === name.replaceAll(' ', '')) return [];
    return [
      tag === null
        ? say('“{name}” was left out', { name })
        : say('“{name}” became {tag}', { name, tag: `#${tag}` }),
    ];
  });
  if (changes.length === 0) return [];
  const named = enumerated(changes.slice(0, MOST_NAMED));
  const others = changes.length - MOST_NAMED;
  return [
    others > 0
      ? say(
          'A hashtag is one word of letters, digits, underscores and emoji: {named}, and {others, number} more changed.',
          { named, others },
        )
      : say('A hashtag is one word of letters, digits, underscores and emoji: {named}.', { named }),
  ];
}

function spelling(name: string): string {
  return name
    .toWellFormed()
    .normalize('NFC')
    .replace(/^[\s#＃]+|\s+$/gu, '')
    .replace(/\s+/gu, ' ');
}
