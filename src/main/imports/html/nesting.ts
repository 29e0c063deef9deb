import { NutgrafError } from '#shared/domain/failure';

/** Deeper than any page that a person or a program wrote; parsing takes a time that grows with its square. */
const DEEPEST = 5000;

/** Elements without an end tag, and those whose end the next one implies (HTML Standard, 13.1.2.4). */
const endless = new Set(
  'area base br col embed hr img input link meta param source track wbr p li dt dd option tr td th tbody'.split(
    ' ',
  ),
);

/** Throws NutgrafError `too_deep` for markup that no parser reads in a reasonable time. */
export function refuseTooDeep(html: string): void {
  let depth = 0;
  for (const [tag, name = ''] of html.matchAll(/<\/?([a-z][a-z\d]*)/gi)) {
    if (endless.has(name.toLowerCase())) continue;
    depth = tag.startsWith('</') ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) {
      throw new NutgrafError(
        'too_deep',
        'This page is nested too deeply to be read. Open it in a browser, copy its text and paste that.',
      );
    }
  }
}
