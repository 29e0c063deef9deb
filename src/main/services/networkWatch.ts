/** How often the network is looked for; the OS answers at once. */
const GLANCE = 5000;

/** The network, as the system tells of it. */
export interface NetworkWatch {
  /** Looks now. */
  readonly isOnline: () => boolean;
  /**
   * Tells when the network goes or comes back, until the function that it returns is called. One that was found away
   * between two glances is told when it is there at the next, though no glance saw it go: whoever found it away waits
   * for that.
   */
  readonly onChange: (changed: (isBack: boolean) => void) => () => void;
}

export function createNetworkWatch(online: () => boolean): NetworkWatch {
  let was = online();
  let wasMissed = false;
  const glance = (changed: (isBack: boolean) => void): void => {
    const is = online();
    if (is === was && !(is && wasMissed)) return;
    was = is;
    wasMissed = false;
    changed(is);
  };
  return {
    isOnline: () => {
      const is = online();
      wasMissed ||= !is;
      return is;
    },
    onChange: (changed) => {
      const timer = setInterval(() => glance(changed), GLANCE);
      return () => clearInterval(timer);
    },
  };
}
