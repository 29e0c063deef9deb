import { toHashtag } from '#shared/domain/hashtag';
import { bareWords, list } from './phrases';

const labels = new Set(
  list(`
    tags, tag, topics, topic, hashtags, keywords, tagged, tagged with, filed under, themen, schlagwörter,
    schlagworte, stichwörter, mots clés, mots-clés, étiquettes, sujets, etiquetas, temas, palavras-chave,
    assuntos, argomenti, parole chiave, trefwoorden, onderwerpen, ämnen, emneord, tagi, tematy, štítky, теги,
    метки, ключевые слова, темы, etiketler, konular, टैग, टैग्स, विषय, ট্যাগ, الوسوم, وسوم, الكلمات المفتاحية,
    كلمات مفتاحية, مواضيع, ٹیگز, برچسب ها, برچسب‌ها, תגיות, 标签, 标籤, 關鍵字, 关键词, タグ, キーワード, 태그
  `).map(bareWords),
);

const separators = /[,;،؛、，|·•]+/u;

/**
 * The hashtags of a line that contains nothing else, in order: `#a, #b`, `#a #b`, `#a#b`, or `Tags: a, b`. Empty for
 * every other line.
 */
export function hashtagsIn(line: string): readonly string[] {
  return toHashtags(hashtagNamesIn(line));
}

/** The same as the line spells them: a hashtag may not keep every character of its name. */
export function hashtagNamesIn(line: string): readonly string[] {
  const marked = markedTags(line);
  if (marked.length > 0) return marked;
  const colon = line.slice(0, 40).search(/[:：]/u);
  if (colon < 0 || !isTagLabel(line.slice(0, colon))) return [];
  const rest = line.slice(colon + 1);
  const afterLabel = markedTags(rest);
  return afterLabel.length > 0 ? afterLabel : namesIn(rest.split(separators));
}

/** Whether a line announces that tags follow: "Tags:", "Schlagwörter". */
export function isTagLabel(line: string): boolean {
  return line.length <= 40 && labels.has(bareWords(line));
}

export function toHashtags(names: readonly string[]): readonly string[] {
  return names.map(toHashtag).filter((tag) => tag !== null);
}

/** Names that a hashtag can be made from. */
function namesIn(names: readonly string[]): readonly string[] {
  return names.map((name) => name.trim()).filter((name) => toHashtag(name) !== null);
}

function markedTags(line: string): readonly string[] {
  if (!/^\s*[#＃]/u.test(line)) return [];
  const tokens = line.split(/[\s,;،؛、，|·•]+/u).filter((token) => token !== '');
  if (!tokens.every((token) => /^[#＃]/u.test(token))) return [];
  const names = tokens.flatMap((token) => token.split(/[#＃]/u).slice(1));
  return names.every((name) => /\p{L}/u.test(name)) ? names : [];
}
