import { type BrowserWindow, app, screen } from 'electron';
import {
  type Placement,
  type Places,
  arrangementOf,
  keepPlaces,
  placeIn,
  placeWindow,
  readPlaces,
  tellsPlaces,
  withPlace,
} from './placement';

/** ms without a change before a place counts: a system that loses a display moves windows before it says so. */
const REST = 500;

/** The window's place as the system tells it. */
function placeOf(window: BrowserWindow): Placement {
  const maximised = window.isMaximized();
  const { x, y, width, height } = window.getNormalBounds();
  const ozone = app.commandLine.getSwitchValue('ozone-platform');
  const { platform, env, versions } = process;
  const isTold = tellsPlaces({ platform, ozone, electron: versions.electron, env });
  return isTold ? { x, y, width, height, maximised } : { x: null, y: null, width, height, maximised };
}

const arrangementNow = (): string => arrangementOf(screen.getAllDisplays());

/** Where a new window stands: as the last one in this arrangement of displays, or else in the last one there was. */
export function openingPlace(file: string): { readonly kept: Placement | null; readonly bounds: object } {
  const known = readPlaces(file);
  const kept = placeIn(known, arrangementNow()) ?? known[0]?.place ?? null;
  return {
    kept,
    bounds: placeWindow(
      kept,
      screen.getAllDisplays().map(({ workArea }) => workArea),
    ),
  };
}

/**
 * Keeps the places of a window, and moves it to the one it had when displays come, go or change: a laptop finds one
 * at the desk and the other on the way. Where it never stood before, the system's choice holds, unless that is out of
 * reach. `isAlone`: no other window is open, which would come to stand in the same place.
 */
export function keepPlace(window: BrowserWindow, file: string, isAlone: () => boolean): void {
  let own: Places = [];
  let arrangement = arrangementNow();
  let timer: NodeJS.Timeout | undefined;

  const keep = (): void => {
    // It is on its way to another arrangement, or shows nothing of where it stands.
    if (window.isDestroyed() || window.isFullScreen() || arrangement !== arrangementNow()) return;
    const place = placeOf(window);
    own = withPlace(own, arrangement, place);
    keepPlaces(file, withPlace(readPlaces(file), arrangement, place));
  };
  const follow = (): void => {
    if (window.isDestroyed()) return;
    const now = arrangementNow();
    if (now === arrangement) return;
    arrangement = now;
    if (window.isFullScreen()) return;
    const known = placeIn(own, now) ?? (isAlone() ? placeIn(readPlaces(file), now) : null);
    moveTo(window, known);
    // Where nothing has to move, no move is heard.
    keepAtRest();
  };
  const atRest = (run: () => void) => (): void => {
    clearTimeout(timer);
    timer = setTimeout(run, REST);
  };
  const keepAtRest = atRest(keep);
  const followAtRest = atRest(follow);
  const moved = (): void => (arrangement === arrangementNow() ? keepAtRest : followAtRest)();

  window.on('move', moved);
  window.on('resize', moved);
  window.on('close', keep);
  screen.on('display-added', followAtRest);
  screen.on('display-removed', followAtRest);
  screen.on('display-metrics-changed', followAtRest);
  window.once('closed', () => {
    clearTimeout(timer);
    screen.off('display-added', followAtRest);
    screen.off('display-removed', followAtRest);
    screen.off('display-metrics-changed', followAtRest);
  });
}

function moveTo(window: BrowserWindow, known: Placement | null): void {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea);
  const { x, y, width, height } = known ?? placeOf(window);
  const to = placeWindow({ x, y, width, height }, screens);
  if (known === null && (x === null || (to.x === x && to.y === y))) return;
  if (window.isMaximized() && known?.maximised !== true) window.unmaximize();
  if (to.x === undefined) {
    window.setSize(to.width ?? width, to.height ?? height);
    if (x !== null) window.center();
  } else window.setBounds(to);
  if (known?.maximised) window.maximize();
}
