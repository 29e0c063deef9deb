import type { Editor } from '@tiptap/core';
import { reportProblem } from '#renderer/base/notices/notices';
import '#shared/document/nodes/figure/figure';
import { bridge } from '#renderer/bridge';

/** Stores each image and inserts it as a figure after the block at `position` (or else at the caret). */
export async function insertImages(editor: Editor, files: readonly File[], position?: number): Promise<void> {
  if (position !== undefined) editor.commands.setTextSelection(position);
  for (const file of files) {
    try {
      const { hash } = await bridge.assets.add({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      });
      editor.chain().insertFigure({ asset: hash }).run();
    } catch (thrown) {
      reportProblem(thrown);
    }
  }
}

/** Asks for image files. Empty when the user chose none. */
export function pickImageFiles(): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = 'image/jpeg,image/png,image/gif,image/webp,image/avif';
    input.multiple = true;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}
