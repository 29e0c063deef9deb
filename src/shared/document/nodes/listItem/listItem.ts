import type { DocumentNode } from '../../documentNode';

/**
 * An item begins with a paragraph. Where that is empty and more follows, the marker stands alone on its line
 * (CommonMark, section 5.2, rule 3): `- - -` would be a rule, not three nested items.
 */
export const listItem: DocumentNode = {
  label: 'List item',
  blockId: 'kept',
  toMarkdown(state, node) {
    if (node.childCount === 1 || node.child(0).content.size > 0) {
      state.renderContent(node);
      return;
    }
    state.write('\n');
    node.forEach((child, _offset, index) => {
      if (index > 0) state.render(child, node, index);
    });
  },
  fromMarkdown: { list_item: { block: 'listItem' } },
};
