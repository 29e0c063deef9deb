const lineBreak = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g;
const notText = /(?!\t)[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u2028\u2029]/u;
const notTextAnywhere = new RegExp(notText, 'gu');

/** Whether text holds what no text may: controls (tabs apart), lone surrogates, noncharacters, line breaks. */
export function isCleanText(text: string): boolean {
  return !notText.test(text);
}

/** The lines of a text: well-formed, and without controls (tabs apart) and noncharacters. */
export function cleanLines(text: string): readonly string[] {
  return text.toWellFormed().replace(lineBreak, '\n').split('\n').map(withoutControls);
}

/** A text on one line, as a caption or an alternative text is kept: white space collapsed and trimmed. */
export function cleanLine(text: string): string {
  return withoutControls(text.toWellFormed().replace(lineBreak, ' '))
    .replace(/[ \t]+/g, ' ')
    .replace(/^ | $/g, '');
}

function withoutControls(line: string): string {
  return line.replace(notTextAnywhere, '');
}
