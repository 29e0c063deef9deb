import { sectionKey } from '#shared/domain/section';
import { wordsIn } from './line';
import { list } from './phrases';
import { homeWords } from './furniture/navigation';

const homes = new Set(homeWords.map(sectionKey));
const longestFirst = [...homeWords].sort((one, other) => other.length - one.length);

/** What the last step of a breadcrumb calls the page itself, if it does not repeat the headline. */
const articleWords = new Set(
  list(`article, articles, full story, current page, this page, artikel, beitrag, aktuelle seite, article
    complet, artículo, articulo, nota, artigo, matéria, articolo, pagina attuale, articol, artykuł, článek, cikk, artikkel,
    artikkeli, статья, материал, стаття, статия, άρθρο, haber, makale, haber detay, haber detayı, yazı, مقال, مقالة, المقال,
    تفاصيل, تفاصيل الخبر, الخبر, مضمون, مقاله, متن خبر, مطلب, כתבה, מאמר, लेख, आर्टिकल,  निबंध, নিবন্ধ, প্রবন্ধ,
    বিস্তারিত, கட்டுரை,  వ్యాసం, ലേഖനം, लेख वाचा, 正文, 内容, 內文, 内文, 本文, 正文内容, 新闻正文, 新聞內容, 文章, 文章内容, 详情,
    詳情, 記事, 記事本文, 記事詳細, ニュース本文, 기사, 기사본문, 본문, 기사 본문, บทความ, เนื้อหา, bài viết, chi tiết, nội dung, makala,
    detail, details, detail berita, isi berita`).map(sectionKey),
);

/** Whether a step of a breadcrumb only says "Article", in one of many languages: not a section. */
export function isArticleWord(name: string): boolean {
  return articleWords.has(sectionKey(name));
}

const spaced = /\s+[>»›→/|·•\\]+\s+|\s*[>»›→]\s*/u;
const LONGEST_LEVEL = 40;

const labels = new RegExp(
  `^(?:${list(`section, category, categories, posted in, filed under, published in, rubrik, ressort, kategorie, rubrique,
    catégorie, sección, categoría, seção, editoria, categoria, sezione, categorie, rubriek, kategori, kategoria, dział,
    рубрика, категория, раздел, श्रेणी, वर्ग, القسم, تصنيف, زمرہ, 分类, 分類, カテゴリー`).join(
    '|',
  )})\\s*[:：]\\s*(\\S.{0,${LONGEST_LEVEL}})$`,
  'iu',
);

/** A page's place in its site: the levels under the top one, and the headline if the line ends with it. */
export interface Breadcrumb {
  readonly levels: readonly string[];
  readonly headline: string | null;
}

export function isHome(line: string): boolean {
  return homes.has(sectionKey(line));
}

/** The section that a line such as "Category: Culture" names. */
export function labelledSection(line: string): string | null {
  return line.length <= 120 && /[:：]/.test(line) ? (labels.exec(line)?.[1]?.trim() ?? null) : null;
}

/** Of a breadcrumb's levels, the deepest that the store knows, or else the deepest. */
export function sectionOf(levels: readonly string[], known: ReadonlySet<string>): string | null {
  return levels.findLast((level) => known.has(sectionKey(level))) ?? levels.at(-1) ?? null;
}

/**
 * Reads a line as a breadcrumb, whether its levels are separated ("Home > World > …") or run together ("HomeWorldThe
 * headline"). `headline` is one that is known to be on the page; `known` has the keys of the store's sections, by
 * which levels that are run together are separated. Null for any other line.
 */
export function readBreadcrumb(
  line: string,
  headline: string | null,
  known: ReadonlySet<string>,
): Breadcrumb | null {
  if (line.length > (headline?.length ?? 200) + 200) return null;
  return (
    readSpaced(line, headline, known) ??
    (headline === null ? readGluedToAny(line, known) : readGlued(line, headline, known))
  );
}

function readSpaced(line: string, headline: string | null, known: ReadonlySet<string>): Breadcrumb | null {
  const [first = '', ...rest] = line
    .replace(/^[^:：>»›/|]{1,30}[:：]\s+/u, '')
    .split(spaced)
    .map((part) => part.trim());
  const fromHome = isHome(first);
  const steps = (fromHome ? rest : [first, ...rest]).filter((part) => part !== '');
  const parts = steps.filter((part) => !isArticleWord(part));
  const last = parts.at(-1);
  if (last === undefined || rest.length === 0) return null;
  const endsWithHeadline = headline === null ? fromHome && isTitleLike(last) : isSameTitle(last, headline);
  const isOther = !endsWithHeadline && parts.length > 1 && isTitleLike(last) && !known.has(sectionKey(last));
  const levels = endsWithHeadline || isOther ? parts.slice(0, -1) : parts;
  const isOfArticle = steps.length > 1 && isArticleWord(steps.at(-1) ?? '');
  const isPath =
    fromHome || isOfArticle || (levels.length > 0 && levels.every((level) => known.has(sectionKey(level))));
  // Bars and dots also separate the links of a menu: only the headline at the end makes them a trail.
  const isTrail = isPath && (endsWithHeadline || /[>»›→/\\]/u.test(line));
  if (!isTrail || levels.some((level) => level.length > LONGEST_LEVEL)) return null;
  return { levels, headline: endsWithHeadline ? (headline ?? last) : null };
}

/** A breadcrumb may cut a long headline short. */
function isSameTitle(part: string, headline: string): boolean {
  const cut = part.replace(/\s*(?:…|\.\.\.)$/u, '');
  return headline === part || (cut.length >= 15 && headline.startsWith(cut));
}

/** Too long for a section's name: it is the headline, in these or other words. */
function isTitleLike(part: string): boolean {
  return part.length > LONGEST_LEVEL || wordsIn(part) >= 4;
}

function readGlued(line: string, headline: string, known: ReadonlySet<string>): Breadcrumb | null {
  if (line === headline || !line.endsWith(headline) || headline.length < 4) return null;
  const trail = line.slice(0, -headline.length);
  if (!/[\p{L}\p{M}\p{Nd}]$/u.test(trail) || trail.length > 2 * LONGEST_LEVEL) return null;
  const [home, rest] = splitHome(trail);
  const levels = splitLevels(rest, known);
  const isTrail = home !== null || levels.every((level) => known.has(sectionKey(level)));
  return isTrail ? { levels, headline } : null;
}

/** Without a headline to compare, the levels end where a small letter meets a capital for the last time in a word. */
function readGluedToAny(line: string, known: ReadonlySet<string>): Breadcrumb | null {
  const [home, rest] = splitHome(line);
  if (home === null) return null;
  const level = knownAtStart(rest, known) ?? /^\p{Lu}[^\s]*?\p{Ll}(?=\p{Lu})/u.exec(rest)?.[0];
  const headline = level === undefined ? '' : rest.slice(level.length);
  return level === undefined || !isTitleLike(headline) || /^\s/.test(headline)
    ? null
    : { levels: [level], headline };
}

/** Only a home word with the next level attached counts: "Homeowners" is a word of its own. */
function splitHome(trail: string): readonly [home: string | null, rest: string] {
  const home = longestFirst.find((word) => trail.startsWith(word));
  const rest = home === undefined ? trail : trail.slice(home.length);
  return home === undefined || /^[\p{Ll}\p{M}]/u.test(rest) ? [null, trail] : [home, rest];
}

function splitLevels(glued: string, known: ReadonlySet<string>): readonly string[] {
  if (glued === '') return [];
  const level =
    knownAtStart(glued, known) ?? /^\S+?[\p{Ll}\p{M}](?=\p{Lu}\p{Ll}{2})/u.exec(glued)?.[0] ?? glued;
  return [level.trim(), ...splitLevels(glued.slice(level.length), known)];
}

/** The longest known section that the text begins with, as the text spells it. */
function knownAtStart(text: string, known: ReadonlySet<string>): string | undefined {
  const lengths = Array.from({ length: Math.min(text.length, LONGEST_LEVEL) }, (_, index) => index + 1);
  const end = lengths.findLast(
    (length) => known.has(sectionKey(text.slice(0, length))) && !/^[\p{Ll}\p{M}]/u.test(text.slice(length)),
  );
  return end === undefined ? undefined : text.slice(0, end);
}
