import type { Node } from '@tiptap/pm/model';
import { rowsOf } from './documentNode';

/** The name by which a person is told of a block: "Crosshead". */
export function blockLabel({ type }: Node): string {
  return rowsOf(type)?.label ?? 'Block';
}

/** What a person is told of a block whose content says nothing; null of one that is told by its text. */
export function toldWords({ type, attrs }: Node, between = ' · '): string | null {
  const parts = rowsOf(type)?.toldAs?.(attrs);
  return parts?.filter((part) => part !== '').join(between) ?? null;
}
