import type { AnyExtension } from '@tiptap/core';
import { getSchema, Node } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import { BlockId } from './blockId';
import type { DocumentMark, DocumentNode } from './documentNode';
import { marks } from './marks';
import { nodes } from './nodes';

const Story = Node.create({ name: 'doc', topNode: true, content: '(block | adSlot)+' });

const rows: readonly (DocumentNode | DocumentMark)[] = [...Object.values(nodes), ...Object.values(marks)];

/**
 * The one list of TipTap extensions, of the editor and of every conversion. The editor attaches its node views
 * by `.extend` on the members it finds by name; undo, the drop cursor and the trailing paragraph come along.
 */
export const extensions: readonly AnyExtension[] = [
  Story,
  StarterKit.configure({
    document: false,
    codeBlock: false,
    heading: false,
    orderedList: false,
    link: false,
    code: false,
    // Words, not pauses, divide what is undone at once: the editor closes each. It is kept for a day's work.
    undoRedo: { depth: 2000, newGroupDelay: 60_000 },
  }),
  ...rows.flatMap(({ extension }) => extension ?? []),
  BlockId,
];

/** The schema that all of them make, once for this process. */
export const schema = getSchema([...extensions]);
