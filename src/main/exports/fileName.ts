import type { Article } from '#shared/domain/article';
import type { Time } from '#shared/domain/id';
import { slugOf, tidySlug } from '#shared/domain/slug';

/**
 * Most file systems allow 255 bytes per name; the rest leaves room for `-12`, the extension and a temporary suffix.
 */
const STEM_BYTES = 200;

/** Names that Windows reserves for devices, whatever their extension. */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/iu;

/**
 * The name of an article's file without its extension, `{date}-{slug}`, safe on every OS: letters, digits and dashes
 * of any script, at most 200 bytes of UTF-8, never a path, never a device. The date is the day of writing in this
 * computer's time zone.
 */
export function fileStem(article: Pick<Article, 'slug' | 'headline' | 'createdAt'>): string {
  const slug = tidySlug(article.slug) || slugOf(article.headline) || 'untitled';
  return safeStem(`${dayOf(article.createdAt)}-${slug}`);
}

/** `2026-03-04`, in the time zone of this computer. */
function dayOf(time: Time): string {
  const date = new Date(time);
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

/** Any text as a safe stem; exported for its test, since each of its rules must hold for any text. */
export function safeStem(text: string): string {
  const letters = tidySlug(text.normalize('NFC'));
  const short = cutToBytes(letters, STEM_BYTES).replace(/-+$/u, '');
  if (short === '') return 'untitled';
  return reserved.test(short) ? `${short}-article` : short;
}

function cutToBytes(text: string, limit: number): string {
  let bytes = 0;
  let kept = '';
  for (const letter of text) {
    bytes += Buffer.byteLength(letter);
    if (bytes > limit) return kept;
    kept += letter;
  }
  return kept;
}

/**
 * Gives each stem its own file name: `a.md`, `a-2.md` …. Two names that differ only in case or in Unicode composition
 * count as one, as they do on macOS and Windows.
 */
export function uniqueName(stem: string, extension: string, taken: (key: string) => boolean): string {
  for (let count = 1; ; count += 1) {
    const name = `${count === 1 ? stem : `${stem}-${count}`}.${extension}`;
    if (!taken(nameKey(name))) return name;
  }
}

/** The form in which two names are the same file on some OS. */
export function nameKey(name: string): string {
  return name.normalize('NFC').toLocaleLowerCase('und');
}
