import type { Dress, Told } from './dress';
import { htmlPages } from './htmlPages';
import { markdownPages } from './markdownPages';
import { textPages } from './textPages';
import { bengali, hindi, persian, tamil, urdu } from './voices/southAsia';
import { arabic, greek, hebrew, turkish } from './voices/eastMediterranean';
import { chinese, japanese, korean, traditionalChinese } from './voices/eastAsia';
import { czech, polish, russian, ukrainian } from './voices/slavic';
import { dutch, german, swedish } from './voices/germanic';
import { english } from './voices/english';
import { french, italian, portuguese, romanian, spanish } from './voices/romance';
import { indonesian, swahili, thai, vietnamese } from './voices/southeastAsiaAndAfrica';

/** A page or text as somebody imports it, and what must be found in it. */
export interface CorpusPage {
  /** Kind of page, language and number of the story. */
  readonly name: string;
  /** A file name whose extension gives the format. */
  readonly file: string;
  readonly source: string;
  readonly headline: string;
  readonly byline: string;
  readonly section: string | null;
  readonly prose: readonly string[];
}

const voices = [
  english,
  german,
  french,
  spanish,
  portuguese,
  italian,
  dutch,
  swedish,
  romanian,
  polish,
  czech,
  russian,
  ukrainian,
  greek,
  turkish,
  arabic,
  hebrew,
  urdu,
  persian,
  hindi,
  bengali,
  tamil,
  chinese,
  traditionalChinese,
  japanese,
  korean,
  thai,
  vietnamese,
  indonesian,
  swahili,
];

const formats = [
  { file: 'page.txt', makes: textPages },
  { file: 'page.html', makes: htmlPages },
  { file: 'page.md', makes: markdownPages },
] as const satisfies readonly { readonly file: string; readonly makes: Record<string, Dress> }[];

const tellings: readonly (Told & { readonly key: string })[] = voices.flatMap(
  ({ language, furniture, stories }) =>
    stories.map((story, nth) => ({ language, furniture, story, key: `${language} ${nth + 1}` })),
);

/** Every story in every kind of page: some nine hundred pages. */
export const everyPage: readonly CorpusPage[] = tellings.flatMap((told) =>
  formats.flatMap(({ file, makes }) =>
    Object.entries<Dress>(makes).map(([make, dress]): CorpusPage => {
      const { source, byline = told.story.author, section = null } = dress(told);
      const { headline, prose } = told.story;
      return { name: `${make}, ${told.key}`, file, source, headline, byline, section, prose };
    }),
  ),
);
