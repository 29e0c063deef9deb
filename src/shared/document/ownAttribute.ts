import type { Attribute } from '@tiptap/core';

/**
 * An attribute that only the parse rule of its node or mark reads and only its DOM output draws. Without this
 * TipTap reads the HTML attribute of the same name over what the rule read, and makes a number of `2019` and a
 * boolean of `true`.
 */
export function ownAttribute(attribute: Pick<Attribute, 'default' | 'validate' | 'keepOnSplit'>): Attribute {
  return { ...attribute, rendered: false, parseHTML: () => null };
}
