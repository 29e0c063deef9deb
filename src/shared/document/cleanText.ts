const lineBreak = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;
const notText = /(?!\t)[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029]/u;
const notTextAnywhere = new RegExp(notText, 'gu');

/**
 * Whether a text is free of forbidden characters: controls (except tabs), lone surrogates, noncharacters, line
 * breaks. Every text of a story passes through here on its way out, so common characters are checked by code.
 */
export function isCleanText(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (!isUsual(code) && code !== 9) return !notText.test(text);
  }
  return true;
}

function isUsual(code: number): boolean {
  return (code > 31 && code < 127) || (code > 159 && code < 0x2028) || (code > 0x2029 && code < 0xd800);
}

/** The lines of a text: well-formed, without controls (except tabs) and noncharacters. */
export function cleanLines(text: string): readonly string[] {
  return text.toWellFormed().replace(lineBreak, '\n').split('\n').map(withoutControls);
}

/** A text on one line, as a caption or an alternative text is stored: white space collapsed and trimmed. */
export function cleanLine(text: string): string {
  return withoutControls(text.toWellFormed().replace(lineBreak, ' '))
    .replace(/[ \t]+/g, ' ')
    .replace(/^ | $/g, '');
}

function withoutControls(line: string): string {
  return line.replace(notTextAnywhere, '');
}
