import { endOfString } from '../domain/jsonText';

const START = '{"type":"doc","content":[';
const END = ']}';
const [QUOTE, COMMA] = [0x22, 0x2c];
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** The text of the body whose blocks have these texts. */
export function joinBlocks(blocks: readonly string[]): string {
  return `${START}${blocks.join(',')}${END}`;
}

/**
 * The texts of the blocks of a body, as `joinBlocks` put them together; null for a body that was written in another way.
 * Whether each is JSON, and a block, is for its reader to say.
 */
export function splitBlocks(text: string): readonly string[] | null {
  if (!text.startsWith(START) || !text.endsWith(END)) return null;
  const blocks: string[] = [];
  const end = text.length - END.length;
  let [open, start] = [0, START.length];
  for (let at = start; at < end; at += 1) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = endOfString(text, at);
        break;
      case OPEN_ARRAY:
      case OPEN_OBJECT:
        open += 1;
        break;
      case CLOSE_ARRAY:
      case CLOSE_OBJECT:
        open -= 1;
        if (open < 0) return null;
        break;
      case COMMA:
        if (open > 0) break;
        blocks.push(text.slice(start, at));
        start = at + 1;
        break;
      default:
    }
  }
  return [...blocks, text.slice(start, end)];
}
