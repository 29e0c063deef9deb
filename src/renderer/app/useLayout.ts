import { useCallback, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { useCommand } from '../base/commands/commandBus';
import { goOn } from '../base/navigation/focus';
import { focusPane, paneElement } from '../base/navigation/panes';

/** A side pane: part of the row, a drawer over it, or hidden. */
export type Side = 'docked' | 'drawer' | 'closed';

export interface Layout {
  readonly list: Side;
  /** The rail is not a column of its own, but is above the list in its drawer. */
  readonly railFolds: boolean;
  readonly inspector: Side;
  /** Opens the list's drawer if the list is not docked. */
  readonly showList: () => void;
  /** Closes the drawers; what is docked stays. */
  readonly closeDrawers: () => void;
}

const INSPECTOR_SHOWN = 'nutgraf.inspector';

function useDockedInspector() {
  const [shown, setShown] = useState(() => localStorage.getItem(INSPECTOR_SHOWN) !== 'hidden');
  const show = (next: boolean) => {
    localStorage.setItem(INSPECTOR_SHOWN, next ? 'shown' : 'hidden');
    setShown(next);
  };
  return [shown, show] as const;
}

function side(docks: boolean, docked: boolean, drawer: boolean): Side {
  if (docks) return docked ? 'docked' : 'closed';
  return drawer ? 'drawer' : 'closed';
}

/** Which side panes are shown, by the window's width and by what was opened or closed. */
export function useLayout(): Layout {
  const inspectorDocks = useMedia('(width >= 1180px)');
  const listDocks = useMedia('(width >= 900px)');
  const railFolds = !useMedia('(width >= 560px)');
  const [inspectorShown, showInspector] = useDockedInspector();
  const [drawer, setDrawer] = useState<'list' | 'inspector' | null>(null);

  const list = side(listDocks, true, drawer === 'list');
  const inspector = side(inspectorDocks, inspectorShown, drawer === 'inspector');

  const showList = () => {
    if (!listDocks) setDrawer('list');
  };
  // A pane can take the focus only once it is drawn, so it is drawn at once.
  useCommand('view.list', () => {
    flushSync(showList);
    // The rail may be above it, in a drawer too low for both.
    paneElement('list')?.scrollIntoView({ block: 'end' });
    goOn('list');
  });
  useCommand('view.inspector', () => {
    const next = inspector === 'closed';
    flushSync(() => (inspectorDocks ? showInspector(next) : setDrawer(next ? 'inspector' : null)));
    focusPane(next ? 'inspector' : 'editor');
  });

  const closeDrawers = useCallback(() => setDrawer(null), []);
  return { list, railFolds, inspector, showList, closeDrawers };
}

/** Whether a media query matches, kept up to date. */
function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
