import type { Editor } from '@tiptap/core';
import type { EditorView } from '@tiptap/pm/view';
import { useEffect, useMemo } from 'react';
import { hitsIn, searchTerms } from '#shared/domain/searchQuery';
import type { SearchTerm } from '#shared/domain/searchQuery';
import { atRest } from '#renderer/base/atRest';
import { useNavigation } from '#renderer/base/navigation/NavigationProvider';

/** The name that the style sheet gives the marks. */
const NAME = 'search-hit';

/**
 * Marks in the text what the list is searched for. The marks are the browser's highlights: the text's elements stay
 * as they are, so nothing that is being written is drawn anew, and they are found when the typing rests.
 */
export function useSearchHits(editor: Editor): void {
  const { query } = useNavigation();
  const terms = useMemo(() => searchTerms(query), [query]);
  useEffect(() => {
    if (terms.length === 0) return undefined;
    const { ask, stop } = atRest(() => {
      CSS.highlights.set(NAME, new Highlight(...rangesIn(editor.view, terms)));
    });
    editor.on('update', ask);
    return () => {
      stop();
      editor.off('update', ask);
      CSS.highlights.delete(NAME);
    };
  }, [editor, terms]);
}

/** In a textblock a position is a code unit, and a line break counts as one too. */
function rangesIn(view: EditorView, terms: readonly SearchTerm[]): readonly Range[] {
  const ranges: Range[] = [];
  view.state.doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const text = node.textBetween(0, node.content.size, undefined, '\n');
    for (const { from, to } of hitsIn(text, terms)) {
      ranges.push(rangeOf(view, position + 1 + from, position + 1 + to));
    }
    return false;
  });
  return ranges;
}

function rangeOf(view: EditorView, from: number, to: number): Range {
  const [start, end] = [view.domAtPos(from, 1), view.domAtPos(to, -1)];
  const range = document.createRange();
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}
