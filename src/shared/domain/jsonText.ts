const BACKSLASH = 0x5c;

/**
 * Where a string in a JSON text ends, given its opening quote: at the next quote without an odd number of backslashes
 * before it. The text's length if it never ends.
 */
export function endOfString(text: string, start: number): number {
  for (let end = text.indexOf('"', start + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let before = end - 1;
    while (text.charCodeAt(before) === BACKSLASH) before -= 1;
    if ((end - before) % 2 === 1) return end;
  }
  return text.length;
}
