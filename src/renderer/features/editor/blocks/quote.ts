import { NodeRange } from '@tiptap/pm/model';
import type { ResolvedPos } from '@tiptap/pm/model';
import type { Command } from '@tiptap/pm/state';
import { findWrapping, liftTarget } from '@tiptap/pm/transform';

/**
 * Puts what is selected into a quote, a list as a whole, or takes it out of the one it stands in. False where neither
 * can be: an ad slot stands in no quote.
 */
export const toggleQuote: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  const depth = quoteDepth($from, $from.sharedDepth($to.pos));
  if (depth === null) return wrapInQuote(state, dispatch);
  const range = new NodeRange($from, $to, depth);
  const target = liftTarget(range);
  if (target === null) return false;
  dispatch?.(state.tr.lift(range, target).scrollIntoView());
  return true;
};

function quoteDepth($pos: ResolvedPos, deepest: number): number | null {
  for (let depth = deepest; depth > 0; depth -= 1)
    if ($pos.node(depth).type.name === 'blockquote') return depth;
  return null;
}

const wrapInQuote: Command = ({ selection: { $from, $to }, schema, tr }, dispatch) => {
  const type = schema.nodes['blockquote'];
  const range = $from.blockRange($to, ({ type: { name } }) => name === 'doc');
  const wrapping = type && range && findWrapping(range, type);
  if (!range || !wrapping) return false;
  dispatch?.(tr.wrap(range, wrapping).scrollIntoView());
  return true;
};
