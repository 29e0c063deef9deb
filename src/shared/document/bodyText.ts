import { endOfString } from '../domain/jsonText';

const START = '{"type":"doc","content":[';
const END = ']}';
const [QUOTE, COMMA] = [0x22, 0x2c];
const [OPEN_ARRAY, CLOSE_ARRAY, OPEN_OBJECT, CLOSE_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d];

/** The text of a body, from the texts of its blocks. */
export function joinBlocks(blocks: readonly string[]): string {
  return `${START}${blocks.join(',')}${END}`;
}

/**
 * The text of a body in which, from the block `at`, `cut` blocks give way to those whose texts are `put`, one in each;
 * null for a body that is written in another way or has no such blocks, and for texts of no block or several.
 */
export function withBlocks(text: string, at: number, cut: number, put: readonly string[]): string | null {
  const blocks = splitBlocks(text);
  if (blocks === null || at + cut > blocks.length || !put.every(isOneBlock)) return null;
  const next = blocks.toSpliced(at, cut, ...put);
  last = { text: joinBlocks(next), blocks: next };
  return last.text;
}

const isOneBlock = (text: string): boolean => blocksIn(joinBlocks([text]))?.length === 1;

/** The body split or changed last: what is saved next is a change of it, and need not be split again. */
let last: { readonly text: string; readonly blocks: readonly string[] | null } = { text: '', blocks: null };

/**
 * The texts of a body's blocks, as `joinBlocks` joined them; null for a body written in any other way. Whether each
 * is JSON, and a block, is for the caller to check.
 */
export function splitBlocks(text: string): readonly string[] | null {
  if (last.text !== text) last = { text, blocks: blocksIn(text) };
  return last.blocks;
}

function blocksIn(text: string): readonly string[] | null {
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
