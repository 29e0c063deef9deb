import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useId,
  useMemo,
  useRef,
} from 'react';
import { useNavigation } from '#renderer/base/navigation/NavigationProvider';
import { givesOwnUndo } from '#renderer/base/commands/ownUndo';
import { reportProblem } from '#renderer/base/notices/notices';
import { bridge } from '#renderer/bridge';
import { useNow } from '#renderer/base/time';
import { useSections } from '#renderer/features/sections';
import type { Id, Time } from '#shared/domain/id';
import { searchTerms } from '#shared/domain/searchQuery';
import { ArticleListRow } from './ArticleListRow';
import { rovingIndex } from './rovingIndex';
import { undoTrash } from './useArticleCommands';
import type { ListRows, ActiveRow } from './useListRows';

/** The height of a row with a headline of two lines, in CSS pixels. */
const USUAL_HEIGHT = 126;
/** The next page is read when this many rows are left below. */
const AHEAD = 15;

interface ArticleListProps {
  readonly list: ListRows;
  /** What is listed, for a screen reader. */
  readonly label: string;
  readonly active: ActiveRow;
  readonly onOpen: (index: number) => void;
  readonly onTrash: (id: Id) => void;
}

/** Draws the visible rows and the active one, which the list box must be able to reference. */
function useVirtualRows(
  rows: ListRows['rows'],
  active: number,
  scroller: { readonly current: HTMLElement | null },
) {
  return useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => USUAL_HEIGHT,
    // Until it is measured, so that the rows are in the first frame and not in one after it.
    initialRect: { width: 0, height: window.innerHeight },
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 6,
    rangeExtractor: (range) => {
      const drawn = defaultRangeExtractor(range);
      const kept = active === -1 || active >= range.count || drawn.includes(active) ? [] : [active];
      return [...drawn, ...kept].toSorted((one, other) => one - other);
    },
  });
}

/** Scrolls to the row of an article that was created, or brought up by a command, as soon as it has been read. */
function useRevealed(rows: ListRows['rows'], reveal: (index: number) => void, readOn: () => void): void {
  const { articleId, reveals } = useNavigation();
  const done = useRef(0);
  useEffect(() => {
    if (done.current === reveals) return;
    const index = rows.findIndex(({ id }) => id === articleId);
    if (index === -1) {
      readOn();
      return;
    }
    done.current = reveals;
    reveal(index);
  });
}

function isUndo({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && !shiftKey && key.toLowerCase() === 'z';
}

interface Acting extends Pick<ArticleListProps, 'active' | 'onOpen' | 'onTrash'> {
  readonly rows: ListRows['rows'];
  readonly reveal: (index: number) => void;
}

/** The index of the row that something happened in; NaN outside of one. */
const indexAt = (target: EventTarget): number =>
  Number((target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null)?.dataset['index']);

/** What keys and clicks do in the list. */
function listActions({ rows, active: { index: active, activate }, reveal, onOpen, onTrash }: Acting) {
  return {
    onKeyDown: (event: KeyboardEvent) => {
      const row = rows[active];
      const next = rovingIndex(event.key, active, rows.length);
      if (next !== null) {
        activate(next);
        reveal(next);
      } else if (event.key === 'Enter' && row) onOpen(active);
      else if (event.key === 'Delete' && row) onTrash(row.id);
      else if (!isUndo(event) || !undoTrash()) return;
      event.preventDefault();
    },
    onClick: ({ target }: MouseEvent) => {
      const index = indexAt(target);
      const row = rows[index];
      if (!row) return;
      activate(index);
      onOpen(index);
    },
    onDragStart: (event: DragEvent) => {
      const row = rows[indexAt(event.target)];
      if (!row) return;
      // The system takes the drag over, with a file.
      event.preventDefault();
      bridge.exports.drag({ articleId: row.id }).catch(reportProblem);
    },
  };
}

/**
 * The articles as a list box: arrows, Home and End move, Enter opens, Delete moves to the trash, Ctrl+Z takes that
 * back. A row that is dragged leaves the window as a Markdown file.
 */
export function ArticleList({ list, label, active: activeRow, onOpen, onTrash }: ArticleListProps) {
  const { rows, total, readOn } = list;
  const scroller = useRef<HTMLDivElement>(null);
  const base = useId();
  const now = useNow();
  const active = activeRow.index;
  const virtual = useVirtualRows(rows, active, scroller);
  const reveal = (index: number) => virtual.scrollToIndex(index, { align: 'auto' });
  const actions = listActions({ rows, active: activeRow, reveal, onOpen, onTrash });
  useRevealed(rows, reveal, readOn);
  useEffect(() => (scroller.current ? givesOwnUndo(scroller.current, undoTrash) : undefined), []);
  const items = virtual.getVirtualItems();
  const lowest = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lowest >= rows.length - AHEAD) readOn();
  });

  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label={label}
      aria-activedescendant={rows[active] && `${base}${rows[active].id}`}
      tabIndex={0}
      data-pane-focus
      {...actions}
      className="group min-h-0 flex-1 overflow-y-auto outline-none"
    >
      <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ key, index, start }) => (
          <Row
            key={key}
            row={rows[index]}
            id={`${base}${key}`}
            measure={virtual.measureElement}
            {...{ index, start, total, now, active: index === active }}
          />
        ))}
      </div>
    </div>
  );
}

interface RowProps {
  readonly row: ListRows['rows'][number] | undefined;
  readonly id: string;
  readonly index: number;
  readonly start: number;
  readonly total: number;
  readonly active: boolean;
  readonly now: Time;
  readonly measure: (element: Element | null) => void;
}

function Row({ row, id, index, start, total, active, now, measure }: RowProps) {
  const { articleId, query } = useNavigation();
  const terms = useMemo(() => searchTerms(query), [query]);
  const sections = useSections();
  if (!row) return null;
  return (
    <div
      ref={measure}
      id={id}
      role="option"
      aria-selected={row.id === articleId}
      aria-posinset={index + 1}
      aria-setsize={total}
      data-index={index}
      draggable
      data-active={active || undefined}
      style={{ transform: `translateY(${start}px)` }}
      className="absolute inset-x-0 top-0 border-b border-s-[3px] border-b-line border-s-transparent py-3 ps-[11px] pe-3.5 hover:bg-sunken aria-selected:border-s-accent aria-selected:bg-raised group-focus-visible:data-active:outline-2 group-focus-visible:data-active:-outline-offset-3 group-focus-visible:data-active:outline-accent"
    >
      <ArticleListRow
        row={row}
        section={sections.find((section) => section.id === row.sectionId)}
        now={now}
        terms={terms}
      />
    </div>
  );
}
