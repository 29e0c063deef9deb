import type { StateCore, Token } from 'markdown-it';
import { adSlotOfComment } from '../nodes/adSlot/adSlot';
import { settleDefinitions } from './definitions';
import { foldTables } from './foldTables';
import type { Make } from './makeToken';

/** How deep blocks may nest to be read as blocks; CommonMark sets no limit, a stack does. */
export const deepest = 100;

/** Thrown by the tokenizer on a text whose blocks nest deeper than {@link deepest}: part of it was not read. */
export class TooDeep extends RangeError {}

/**
 * Shapes markdown-it's tokens to what the schema holds: pictures and ad slots leave the lines that they stand
 * in, slots all containers too; code blocks become paragraphs of code; comments go; what does not pair is text.
 */
export function shapeTokens(state: StateCore): void {
  if (state.tokens.some(({ level }) => level >= deepest - 1)) throw new TooDeep();
  const make: Make = (type, content = '', nesting = 0) =>
    Object.assign(new state.Token(type, '', nesting), { content });
  const told = tellDropped(state);
  const tokens = settleDefinitions(state, told !== null, make);
  if (told !== null) told.tables += tokens.filter(({ type }) => type === 'table_open').length;
  state.tokens = liftSlots(
    foldTables(tokens, make).flatMap((token, index, all) => shapeBlock(token, index, all, make)),
  );
}

/** What a reading of foreign Markdown tells of what it did; see `fromForeignMarkdown`. */
export interface MarkdownTold {
  readonly dropped: string[];
  tables: number;
}

/** Adds to `env.told`, where the caller wants to know, what the story cannot hold: comments, tags, link titles. */
function tellDropped({ tokens, env }: StateCore): MarkdownTold | null {
  const { told } = env as { readonly told?: MarkdownTold };
  if (told === undefined) return null;
  for (const token of tokens.flatMap((one) => [one, ...(one.children ?? [])])) {
    const title = token.type === 'link_open' ? token.attrGet('title') : null;
    const isComment = token.type === 'comment' && adSlotOfComment(token.content) === null;
    if (isComment || token.type.startsWith('html_')) told.dropped.push(token.content.trim());
    if (title !== null) told.dropped.push(String(title));
  }
  return told;
}

function shapeBlock(token: Token, index: number, all: readonly Token[], make: Make): readonly Token[] {
  const [before, after] = [all[index - 1], all[index + 1]];
  if (after?.type === 'inline' || before?.type === 'inline') return [];
  switch (token.type) {
    case 'inline':
      return before === undefined || after === undefined
        ? [token]
        : shapeTextblock(before, token, after, make);
    case 'comment':
      return slotOf(token, make);
    case 'html_block':
      return [];
    case 'fence':
    case 'code_block':
      return codeParagraph(token.content, make);
    default:
      return [token];
  }
}

function slotOf({ content }: Token, make: Make): readonly Token[] {
  return adSlotOfComment(content) === null ? [] : [make('ad_slot', content)];
}

function codeParagraph(content: string, make: Make): readonly Token[] {
  const lines = content.replace(/\n$/, '').split('\n');
  const inline = make('inline');
  inline.children = lines.flatMap((line, index) => {
    const code = make('code_inline', line);
    return index === 0 ? [code] : [make('hardbreak'), code];
  });
  return [make('paragraph_open', '', 1), inline, make('paragraph_close', '', -1)];
}

function shapeTextblock(open: Token, inline: Token, close: Token, make: Make): readonly Token[] {
  const children = withoutEmptyLinks(pairUnderlines(inline.children ?? [], make));
  const blocks: Token[] = [];
  let marks: Token[] = [];
  let line: Token[] = [];
  const endLine = (): void => {
    const isEmpty = line.every(({ type, nesting }) => nesting !== 0 || type === 'softbreak');
    line.push(...marks.toReversed().map(({ type }) => make(type.replace('_open', '_close'), '', -1)));
    if (!isEmpty) blocks.push(open, Object.assign(make('inline'), { children: line }), close);
    line = [...marks];
  };
  for (const child of children) {
    const lifted = liftedFrom(child, make);
    if (lifted === null) {
      if (child.nesting === 1) marks.push(child);
      if (child.nesting === -1) marks = withoutLast(marks, child);
      line.push(child);
    } else if (lifted.length > 0) {
      endLine();
      blocks.push(...lifted);
    }
  }
  endLine();
  return blocks.length > 0 ? blocks : [open, Object.assign(inline, { children: [] }), close];
}

/** What leaves its line: a picture, an ad slot, and a comment, of which nothing stays. */
function liftedFrom(token: Token, make: Make): readonly Token[] | null {
  if (token.type === 'comment') return slotOf(token, make);
  if (token.type === 'html_inline') return [];
  if (token.type !== 'image') return null;
  token.content = plainContent(token.children ?? []);
  return [token];
}

function plainContent(tokens: readonly Token[]): string {
  return tokens
    .map(({ type, content, children }) => {
      if (type === 'softbreak' || type === 'hardbreak') return ' ';
      return type === 'image' ? plainContent(children ?? []) : content;
    })
    .join('');
}

function withoutLast(marks: readonly Token[], close: Token): Token[] {
  const at = marks.findLastIndex(({ type }) => type.replace('_open', '_close') === close.type);
  return marks.filter((_mark, index) => index !== at);
}

/** A `<u>` with no `</u>` after it in its block, a `</u>` with none before, and one within another, are text. */
function pairUnderlines(tokens: readonly Token[], make: Make): readonly Token[] {
  const pairs = new Map<Token, Token['nesting']>();
  let open: Token | null = null;
  for (const token of tokens) {
    if (token.type === 'u_open') open ??= token;
    if (token.type === 'u_close' && open !== null) {
      pairs.set(open, 1).set(token, -1);
      open = null;
    }
  }
  return tokens.map((token) => {
    if (token.type !== 'u_open' && token.type !== 'u_close') return token;
    const nesting = pairs.get(token);
    return nesting === undefined ? make('text', token.content) : Object.assign(token, { nesting });
  });
}

function withoutEmptyLinks(tokens: readonly Token[]): readonly Token[] {
  let inEmpty = false;
  return tokens.filter((token) => {
    if (token.type === 'link_open') inEmpty = (token.attrGet('href') ?? '') === '';
    return !(inEmpty && (token.type === 'link_open' || token.type === 'link_close'));
  });
}

/** Ad slots stand at the top only: one within a quote or a list comes after it. */
function liftSlots(tokens: readonly Token[]): Token[] {
  const shaped: Token[] = [];
  let waiting: Token[] = [];
  let depth = 0;
  for (const token of tokens) {
    depth += token.nesting;
    if (token.type === 'ad_slot' && depth > 0) waiting.push(token);
    else shaped.push(token);
    if (depth === 0 && waiting.length > 0) {
      shaped.push(...waiting);
      waiting = [];
    }
  }
  return shaped;
}
