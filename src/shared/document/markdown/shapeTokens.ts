import type { StateCore, Token } from 'markdown-it';
import { type Make, settleDefinitions } from './definitions';
import { COMMENT, type MarkdownRows, PAIR } from './markdownRows';
import { joinCells, tableLines } from '../tableRows';

/** How deep blocks may nest and still be read as blocks; CommonMark sets no limit, but the stack does. */
export const deepest = 100;

/** Thrown by the tokenizer on a text whose blocks nest deeper than {@link deepest}: part of it was not read. */
export class TooDeep extends RangeError {}

/** The options for shaping one text. */
interface Shaping extends MarkdownRows {
  readonly make: Make;
}

/**
 * Shapes markdown-it's tokens to fit the schema: images and blocks written as comments leave their lines, and those
 * that stand between blocks leave all containers; other
 * comments are dropped; unpaired tags become text.
 */
export function shapeTokens(state: StateCore, rows: MarkdownRows): void {
  if (state.tokens.some(({ level }) => level >= deepest - 1)) throw new TooDeep();
  const make: Make = (type, content = '', nesting = 0) =>
    Object.assign(new state.Token(type, '', nesting), { content });
  const told = tellDropped(state, rows);
  const tokens = settleDefinitions(state, told !== null, make);
  if (told !== null) told.tables += tokens.filter(({ type }) => type === 'table_open').length;
  const shaping = { ...rows, make };
  state.tokens = liftBetween(
    foldTables(tokens, make).flatMap((token, index, all) => shapeBlock(token, index, all, shaping)),
  );
}

/** What a reading of foreign Markdown reports; see `fromForeignMarkdown`. */
export interface MarkdownTold {
  readonly dropped: string[];
  tables: number;
}

/** Adds to `env.told`, if the caller wants it, what the story cannot hold: comments, tags, link titles. */
function tellDropped({ tokens, env }: StateCore, { readComment }: MarkdownRows): MarkdownTold | null {
  const { told } = env as { readonly told?: MarkdownTold };
  if (told === undefined) return null;
  for (const token of tokens.flatMap((one) => [one, ...(one.children ?? [])])) {
    const title = token.type === 'link_open' ? token.attrGet('title') : null;
    const isComment = token.type === 'comment' && readComment(token.content) === null;
    if (isComment || token.type.startsWith('html_')) told.dropped.push(token.content.trim());
    if (title !== null) told.dropped.push(String(title));
  }
  return told;
}

function shapeBlock(token: Token, index: number, all: readonly Token[], shaping: Shaping): readonly Token[] {
  const [before, after] = [all[index - 1], all[index + 1]];
  if (after?.type === 'inline' || before?.type === 'inline') return [];
  if (Object.hasOwn(shaping.tokens, token.type)) return [token];
  switch (token.type) {
    case 'inline':
      return before === undefined || after === undefined
        ? [token]
        : shapeTextblock(before, token, after, shaping);
    case 'comment':
      return nodeOfComment(token, shaping);
    case 'html_block':
      return [];
    default:
      return [token];
  }
}

function nodeOfComment({ content }: Token, { readComment, make }: Shaping): readonly Token[] {
  const node = readComment(content);
  if (node === null) return [];
  const token = Object.assign(make(node.token), { meta: node });
  return node.place === 'line' ? paragraphOf([token], make) : [token];
}

function paragraphOf(children: Token[], make: Make): readonly Token[] {
  const inline = Object.assign(make('inline'), { children });
  return [make('paragraph_open', '', 1), inline, make('paragraph_close', '', -1)];
}

function shapeTextblock(open: Token, inline: Token, close: Token, shaping: Shaping): readonly Token[] {
  const { make } = shaping;
  const children = withoutEmptyLinks(pairTags(inline.children ?? [], make));
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
    const lifted = liftedFrom(child, shaping);
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

/** What leaves its line: an image, a block written as a comment, and any other comment, which is dropped. */
function liftedFrom(token: Token, shaping: Shaping): readonly Token[] | null {
  if (token.type === 'comment') {
    const node = shaping.readComment(token.content);
    if (node?.place !== 'line') return nodeOfComment(token, shaping);
    Object.assign(token, { type: node.token, meta: node });
    return null;
  }
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

/**
 * A tag that opens a mark and is not closed in its block, one that closes nothing, and one inside another of its kind
 * are text.
 */
function pairTags(tokens: readonly Token[], make: Make): readonly Token[] {
  const pairs = new Map<Token, Token['nesting']>();
  const open = new Map<string, Token>();
  for (const token of tokens.filter(isOfPair)) {
    const mark = token.type.replace(/_(?:open|close)$/, '');
    const opened = open.get(mark);
    if (token.type.endsWith('_close') && opened !== undefined) {
      pairs.set(opened, 1).set(token, -1);
      open.delete(mark);
    } else if (token.type.endsWith('_open') && opened === undefined) open.set(mark, token);
  }
  return tokens.map((token) => {
    if (!isOfPair(token)) return token;
    const nesting = pairs.get(token);
    return nesting === undefined ? make('text', token.content) : Object.assign(token, { nesting });
  });
}

const isOfPair = ({ type }: Token): boolean => type.startsWith(PAIR);

function withoutEmptyLinks(tokens: readonly Token[]): readonly Token[] {
  let inEmpty = false;
  return tokens.filter((token) => {
    if (token.type === 'link_open') inEmpty = (token.attrGet('href') ?? '') === '';
    return !(inEmpty && (token.type === 'link_open' || token.type === 'link_close'));
  });
}

/** What stands only between blocks, such as an ad slot, comes after the quote or list it was in. */
function liftBetween(tokens: readonly Token[]): Token[] {
  const shaped: Token[] = [];
  let waiting: Token[] = [];
  let depth = 0;
  for (const token of tokens) {
    depth += token.nesting;
    if (depth > 0 && isBetween(token)) waiting.push(token);
    else shaped.push(token);
    if (depth === 0 && waiting.length > 0) {
      shaped.push(...waiting);
      waiting = [];
    }
  }
  return shaped;
}

const isBetween = ({ type, meta }: Token): boolean =>
  type.startsWith(COMMENT) && meta?.['place'] === 'between';

/** The tokens with each table row as a paragraph, its cells separated: `Ward | Votes`. */
function foldTables(tokens: readonly Token[], make: Make): readonly Token[] {
  const folded: Token[] = [];
  let rows: Token[][] | null = null;
  for (const token of tokens) {
    if (token.type === 'table_open') rows = [];
    else if (token.type === 'table_close' && rows !== null) {
      // One by one: a call takes a limited number of arguments, and a table may have more rows.
      for (const paragraph of paragraphsOf(rows, make)) folded.push(paragraph);
      rows = null;
    } else if (rows === null) folded.push(token);
    else if (token.type === 'tr_open') rows.push([]);
    else if (token.type === 'inline') rows.at(-1)?.push(token);
  }
  return folded;
}

function paragraphsOf(rows: readonly (readonly Token[])[], make: Make): readonly Token[] {
  const cells = rows.map((row) =>
    row.map((content) => ({ content, isEmpty: content.content.trim() === '', columns: 1, rows: 1 })),
  );
  return tableLines(cells).flatMap((line) => {
    const inline = make('inline');
    const pieces = line.map((cell) => cell?.children ?? null);
    inline.children = [...joinCells<Token>(pieces, (text) => make('text', text))];
    return [make('paragraph_open', '', 1), inline, make('paragraph_close', '', -1)];
  });
}
