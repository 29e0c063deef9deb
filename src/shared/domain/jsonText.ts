const BACKSLASH = 0x5c;

/**
 * Where a string of a JSON text ends that begins at a quote: at the next quote that no odd run of backslashes stands
 * before. The text's length for one that does not end.
 */
export function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === BACKSLASH) before -= 1;
    if ((end - before) % 2 === 1) return end;
  }
  return text.length;
}
