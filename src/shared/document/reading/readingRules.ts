import { DOMParser } from '@tiptap/pm/model';
import type { Schema, TagParseRule } from '@tiptap/pm/model';
import { KEEPS_SPACES } from './textStyles';

/**
 * The rules by which HTML is read, in a window and in main: the schema's own, except those that ask for styles, which
 * `settleTextStyles` has already turned into elements. An editor has its own schema, made from the same list.
 */
export function readingRules(schema: Schema): readonly TagParseRule[] {
  const own = DOMParser.fromSchema(schema).rules.filter((rule) => rule.tag !== undefined);
  return [...own.flatMap(spaced), ...own];
}

/** A text block's rule again, for a block that keeps its spaces. */
function spaced(rule: TagParseRule): readonly TagParseRule[] {
  if (!/^(?:p|h[1-6])$/.test(rule.tag)) return [];
  return [{ ...rule, tag: `${rule.tag}[${KEEPS_SPACES}]`, preserveWhitespace: true }];
}
