import type { AnyExtension } from '@tiptap/core';
import { Extension, getSchema, Node } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import { StarterKit } from '@tiptap/starter-kit';
import { BlockId } from './blockId';
import { BETWEEN_BLOCKS, type DocumentMark, type DocumentNode, ROWS } from './documentNode';
import { marks } from './marks';
import { nodes } from './nodes';

const Story = Node.create({ name: 'doc', topNode: true, content: `(block | ${BETWEEN_BLOCKS})+` });

type Rows<Row> = Readonly<Record<string, Row>>;

/** A document's nodes and marks, as used by the editor and every conversion. */
export interface DocumentKit {
  /**
   * TipTap's extensions. The editor attaches its node views with `.extend` on the members it finds by name; undo, the
   * drop cursor and the trailing paragraph are included.
   */
  readonly extensions: readonly AnyExtension[];
  /** The schema they make together; each of its nodes and marks carries its rows. */
  readonly schema: Schema;
}

/** Makes a kit of nodes and marks, each under its name in the schema. */
export function documentKit(nodeRows: Rows<DocumentNode>, markRows: Rows<DocumentMark>): DocumentKit {
  const own = Object.entries({ ...nodeRows, ...markRows }).filter(([, row]) => row.extension !== undefined);
  const extensions = [
    Story,
    StarterKit.configure({
      document: false,
      ...Object.fromEntries(own.map(([name]) => [name, false])),
      // Words, not pauses, divide what is undone at once: the editor closes each. It is kept for a day's work.
      undoRedo: { depth: 2000, newGroupDelay: 60_000 },
    }),
    ...own.flatMap(([, { extension }]) => extension ?? []),
    BlockId.configure({ types: namesWith(nodeRows, ({ blockId }) => blockId === 'kept') }),
    carryRows(nodeRows, markRows),
  ];
  return { extensions, schema: getSchema(extensions) };
}

function namesWith(rows: Rows<DocumentNode>, has: (row: DocumentNode) => boolean): string[] {
  return Object.entries(rows).flatMap(([name, row]) => (has(row) ? [name] : []));
}

function carryRows(nodeRows: Rows<DocumentNode>, markRows: Rows<DocumentMark>): AnyExtension {
  return Extension.create({
    name: ROWS,
    extendNodeSchema: ({ name }: { readonly name: string }) => ({ [ROWS]: nodeRows[name] }),
    extendMarkSchema: ({ name }: { readonly name: string }) => ({ [ROWS]: markRows[name] }),
  });
}

/** The one list of extensions and the one schema of this process. */
export const { extensions, schema } = documentKit(nodes, marks);
