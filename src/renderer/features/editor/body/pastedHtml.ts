import { sanitise } from '#shared/document/sanitise';

/**
 * What a clipboard's HTML may bring into the text: no script, frame, form or hidden part of the page it comes from.
 * The schema then reads only the nodes, marks and attributes that it knows, and filters every address.
 */
export function pastedHtml(html: string): string {
  const { body } = new DOMParser().parseFromString(html.toWellFormed(), 'text/html');
  sanitise(body);
  return body.innerHTML;
}
