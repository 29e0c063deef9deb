/** How often the network is looked for; the OS answers at once. */
const GLANCE = 5000;

/** The network, as the system tells of it. */
export interface NetworkWatch {
  /** Looks now. */
  readonly isOnline: () => boolean;
  readonly stopWatching: () => void;
}

/**
 * Tells when the network goes or comes back. One that was found away between two glances is told when it is there at
 * the next, though no glance saw it go: whoever found it away waits for that.
 */
export function watchNetwork(online: () => boolean, changed: (isBack: boolean) => void): NetworkWatch {
  let was = online();
  let wasMissed = false;
  const timer = setInterval(() => {
    const is = online();
    if (is === was && !(is && wasMissed)) return;
    was = is;
    wasMissed = false;
    changed(is);
  }, GLANCE);
  const isOnline = (): boolean => {
    const is = online();
    wasMissed ||= !is;
    return is;
  };
  return { isOnline, stopWatching: () => clearInterval(timer) };
}
