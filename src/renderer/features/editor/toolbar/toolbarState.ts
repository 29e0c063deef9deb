import type { Editor } from '@tiptap/core';
import type { WindowCommandId } from '#shared/commands';

export const blockTypes = {
  paragraph: { label: 'Paragraph', command: 'format.paragraph' },
  heading2: { label: 'Crosshead', command: 'format.heading2' },
  heading3: { label: 'Crosshead, smaller', command: 'format.heading3' },
  heading4: { label: 'Crosshead, smallest', command: 'format.heading4' },
} as const satisfies Record<string, { readonly label: string; readonly command: WindowCommandId }>;

export type BlockType = keyof typeof blockTypes;

/** What of the toolbar is pressed: a picture of the text where the caret is. */
export interface ToolbarState {
  readonly block: BlockType;
  readonly pressed: Readonly<Partial<Record<WindowCommandId, boolean>>>;
}

const marks = {
  'format.bold': 'bold',
  'format.italic': 'italic',
  'format.underline': 'underline',
  'format.link': 'link',
  'format.quote': 'blockquote',
  'format.bulletList': 'bulletList',
  'format.orderedList': 'orderedList',
} as const satisfies Partial<Record<WindowCommandId, string>>;

export function toolbarState({ editor }: { readonly editor: Editor | null }): ToolbarState {
  if (!editor) return { block: 'paragraph', pressed: {} };
  const { parent } = editor.state.selection.$from;
  const level = parent.type.name === 'heading' ? String(parent.attrs['level']) : '';
  const block = level === '' ? 'paragraph' : (`heading${level}` as BlockType);
  const pressed = Object.entries(marks).map(([command, name]) => [command, editor.isActive(name)] as const);
  return { block, pressed: { ...Object.fromEntries(pressed), 'format.heading2': block === 'heading2' } };
}
