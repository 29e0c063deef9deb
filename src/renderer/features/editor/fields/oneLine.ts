/** What is typed into a field of one line: a line break that is pasted becomes a space. A space at the end stays. */
export function oneLine(text: string): string {
  return text.toWellFormed().replace(/[\r\n\u2028\u2029]+/gu, ' ');
}
