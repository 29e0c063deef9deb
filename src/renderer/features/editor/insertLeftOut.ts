import { Fragment } from '@tiptap/pm/model';
import type { Node } from '@tiptap/pm/model';
import type { LeftOutPiece } from '#shared/domain/importReport';
import { documentJsonOf } from '#shared/document/document';
import { fromPlainText } from '#shared/document/fromPlainText';
import { openArticles } from './useOpenArticle';

/**
 * Takes a piece that an import left out back into the article that is open: its text as paragraphs, before the
 * block it stood before, else at the end. False when no article is open or it can't be changed.
 */
export function insertLeftOut(piece: Pick<LeftOutPiece, 'text' | 'beforeBlockId'>): boolean {
  const opening = openArticles.shown.get();
  const editor = opening.kind === 'open' ? opening.article.editor.get() : null;
  if (!editor?.isEditable) return false;
  const blocks = Fragment.fromJSON(editor.schema, documentJsonOf(fromPlainText(piece.text)).content);
  const { tr, doc } = editor.state;
  editor.view.dispatch(tr.insert(placeOf(doc, piece.beforeBlockId), blocks).scrollIntoView());
  return true;
}

function placeOf(doc: Node, beforeBlockId: string | null): number {
  let place: number | null = null;
  doc.forEach((block: Node, position) => {
    if (beforeBlockId !== null && block.attrs['id'] === beforeBlockId) place ??= position;
  });
  return place ?? doc.content.size;
}
