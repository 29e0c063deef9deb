import MarkdownIt from 'markdown-it';
import type { StateBlock, StateInline } from 'markdown-it';
import { safeUrl } from '../safeUrl';
import { keepDefinitions } from './definitions';
import { type MarkdownRows, PAIR } from './markdownRows';
import { deepest, shapeTokens } from './shapeTokens';

/** Whose Markdown is read: our own, any program's, or text that is only searched for HTML blocks. */
export type MarkdownSource = 'own' | 'foreign' | 'scan';

/**
 * markdown-it for CommonMark with GFM's strikethrough. In our own Markdown, HTML is text except for the tags of marks
 * (`<u>`), `<br>` and comments; other programs' Markdown has tables and HTML. A forbidden address makes no link, so
 * that what was written stays visible.
 */
export function createTokenizer(source: MarkdownSource, rows: MarkdownRows): InstanceType<typeof MarkdownIt> {
  const html = source !== 'own';
  const tokenizer = new MarkdownIt({ html, linkify: false, typographer: false, maxNesting: deepest });
  if (source === 'own') tokenizer.disable(['table']);
  const accepted = (url: string): boolean =>
    safeUrl(url) !== null || /^asset:[0-9a-f]{64}$/.test(url) || url === '';
  tokenizer.validateLink = accepted;
  tokenizer.normalizeLink = (url) => safeUrl(url) ?? url;
  tokenizer.normalizeLinkText = (url) => url;
  if (source === 'scan') return tokenizer;
  tokenizer.core.ruler.before('strip_references', 'definitions', keepDefinitions);
  tokenizer.block.ruler.before('html_block', 'comment', readCommentBlock, {
    alt: ['paragraph', 'reference', 'blockquote'],
  });
  tokenizer.inline.ruler.before('html_inline', 'story_html', inlineHtmlReader(rows));
  tokenizer.core.ruler.push('story_shape', (state) => shapeTokens(state, rows));
  return tokenizer;
}

/** A comment on lines of its own (CommonMark, section 4.6, kind 2); an unclosed one is text. */
function readCommentBlock(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
  let comment = lineOf(state, startLine);
  if (!comment.startsWith('<!--')) return false;
  let line = startLine + 1;
  for (; !comment.includes('-->') && line < endLine; line += 1) comment += `\n${lineOf(state, line)}`;
  if (!comment.trimEnd().endsWith('-->') || comment.indexOf('-->') !== comment.lastIndexOf('-->'))
    return false;
  if (silent) return true;
  state.push('comment', '', 0).content = comment.trim();
  state.line = line;
  return true;
}

function lineOf(state: StateBlock, line: number): string {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}

/**
 * Reads tags and comments that stand for a mark, a break or a node. They are pushed without nesting, which
 * markdown-it would assume: `shapeTokens` pairs them.
 */
function inlineHtmlReader({ pairTags }: MarkdownRows): (state: StateInline, silent: boolean) => boolean {
  const pair = ['(?!)', ...pairTags.map((tag) => `/?${tag}>`)].join('|');
  const html = new RegExp(`<(?:(?<pair>${pair})|(?<breaks>br[ ]*/?>)|!--[^]*?-->)`, 'iy');
  return (state, silent) => {
    html.lastIndex = state.pos;
    const found = html.exec(state.src);
    if (found === null || html.lastIndex > state.posMax) return false;
    if (!silent) state.push(tokenOf(found.groups ?? {}), '', 0).content = found[0];
    state.pos = html.lastIndex;
    return true;
  };
}

function tokenOf({ pair, breaks }: Readonly<Record<string, string | undefined>>): string {
  if (pair === undefined) return breaks === undefined ? 'comment' : 'hardbreak';
  const tag = pair.replace(/[/>]/g, '').toLowerCase();
  return `${PAIR}${tag}${pair.startsWith('/') ? '_close' : '_open'}`;
}
