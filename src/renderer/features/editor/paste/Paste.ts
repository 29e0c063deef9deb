import { Extension } from '@tiptap/core';
import { undo } from '@tiptap/pm/history';
import type { Slice } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { dropPoint } from '@tiptap/pm/transform';
import type { EditorView } from '@tiptap/pm/view';
import { assertNever } from '#shared/domain/failure';
import type { PastedHtml } from '#shared/document/reading/pasted';
import { dismissNotice, showPassingNotice, reportProblem } from '#renderer/base/notices/notices';
import { insertPasted, readAsMarkdown, pastePlaces, placeOf, rememberPlace } from './insertPasted';
import type { PastePlace } from './insertPasted';
import { keepPictures, withPictures } from './pastedPictures';
import { pasteNotice } from './pasteNotice';
import { PasteReader } from './pasteReader';
import type { PasteReading } from './pasteReader';
import { say } from '#shared/language/say';
import { quietMarkup } from './quietMarkup';

const TOPIC = 'paste';

/** What comes into the story from another program, by clipboard or by mouse. */
export const Paste = Extension.create({
  name: 'fromElsewhere',
  addProseMirrorPlugins() {
    const reader = new PasteReader(this.editor.schema);
    return [
      pastePlaces(),
      new Plugin({
        props: {
          handleDOMEvents: { paste: waitForComposition },
          transformPastedHTML: quietMarkup,
          clipboardParser: reader,
          clipboardTextParser: (text, place, asIs) => reader.readText(text, place, asIs),
          handlePaste: (view, event, slice) => {
            const reading = reader.take();
            if (reading?.kind !== 'code') return takeIn(view, slice, reading, view.state.selection);
            const text = event.clipboardData?.getData('text/plain') ?? '';
            const lines = reader.readText(text, view.state.selection.$from, false);
            return takeIn(view, text === '' ? slice : lines, reader.take(), view.state.selection);
          },
          handleDrop: (view, event, slice, moved) => {
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
            const reading = reader.take();
            if (moved || at === null || reading?.kind !== 'html') return false;
            const to = dropPoint(view.state.doc, at.pos, slice) ?? at.pos;
            return takeIn(view, slice, reading, { from: to, to });
          },
        },
      }),
    ];
  },
});

/**
 * During a composition, ProseMirror leaves a paste to the browser, which would put a page's own elements into the
 * text and request its images: it waits for the end.
 */
function waitForComposition(view: EditorView, event: ClipboardEvent): boolean {
  const { clipboardData } = event;
  if (!view.composing || clipboardData === null) return false;
  const [html, text] = ['text/html', 'text/plain'].map((type) => clipboardData.getData(type));
  const paste = (): void => {
    if (view.isDestroyed) return;
    if (html) view.pasteHTML(html);
    else if (text) view.pasteText(text);
  };
  view.dom.addEventListener('compositionend', () => setTimeout(paste), { once: true });
  event.preventDefault();
  return true;
}

function takeIn(view: EditorView, slice: Slice, reading: PasteReading | null, place: PastePlace): boolean {
  if (reading === null) return false;
  dismissNotice(TOPIC);
  switch (reading.kind) {
    case 'html':
      if (reading.told.pictures.inside.length > 0) void takeInPictures(view, slice, reading.told, place);
      else {
        insertPasted(view, slice, place);
        tell(pasteNotice(reading.told));
      }
      return true;
    case 'markdown':
      readAsMarkdown(view, insertPasted(view, slice, place), reading.text);
      offerPlainText(view);
      return true;
    case 'code':
    case 'text':
      insertPasted(view, slice, place);
      return true;
    default:
      return assertNever(reading);
  }
}

function tell(text: string | null): void {
  if (text !== null) showPassingNotice({ topic: TOPIC, tone: 'info', text });
}

let pastes = 0;

/** Images are stored first, so that the pasted content is complete and one undo step. */
async function takeInPictures(
  view: EditorView,
  slice: Slice,
  told: PastedHtml,
  place: PastePlace,
): Promise<void> {
  const id = (pastes += 1);
  view.dispatch(rememberPlace(view.state, id, place));
  const kept = await keepPictures(told.pictures.inside);
  const now = view.isDestroyed || !view.editable ? null : placeOf(view.state, id);
  if (now === null) {
    reportProblem(new Error(say('The article was closed before the pasted text was in it. Paste it again.')));
    return;
  }
  view.dispatch(rememberPlace(view.state, id, null));
  insertPasted(view, withPictures(slice, kept), now);
  tell(pasteNotice(told, kept.failed));
}

function offerPlainText(view: EditorView): void {
  const { doc } = view.state;
  showPassingNotice({
    topic: TOPIC,
    tone: 'info',
    text: say('The pasted text was read as Markdown.'),
    action: {
      label: say('Keep as plain text'),
      run: () => {
        if (!view.isDestroyed && view.state.doc.eq(doc)) undo(view.state, view.dispatch);
        view.focus();
      },
    },
  });
}
