import type { NodeView } from '@tiptap/pm/view';

/** What `NodeField` draws: a field in a node's view, whose text is one of the node's attributes. */
export const NODE_FIELD = '[data-node-field]';

/**
 * The view, with everything that happens in its fields left to them: ProseMirror has no part in their keys,
 * compositions, undo, selections and dropped text. A dropped file belongs to the story.
 */
export function withFields(view: NodeView): NodeView {
  const stop = view.stopEvent?.bind(view);
  view.stopEvent = (event) => (isInField(event) && !bringsFiles(event)) || (stop?.(event) ?? false);
  return view;
}

function isInField({ target }: Event): boolean {
  return target instanceof Element && target.closest(NODE_FIELD) !== null;
}

function bringsFiles(event: Event): boolean {
  return event instanceof DragEvent && (event.dataTransfer?.types.includes('Files') ?? false);
}
