import type { HtmlDom } from '#shared/document/html';
import { DOMParser } from 'linkedom';

/**
 * HTML parsed by linkedom. It builds the tree as the tags stand, so the page is put in one element of a name
 * that the page does not use: then a fragment, a whole page and stray end tags all end up in there.
 */
export const htmlDom: HtmlDom = {
  parse(html) {
    let name = 'nutgraf-page';
    while (html.includes(name)) name += '-x';
    const page = new DOMParser().parseFromString(`<${name}>${html}</${name}>`, 'text/html');
    return { body: page.documentElement };
  },
};
