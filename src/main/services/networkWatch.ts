/** How often the network is checked; the OS answers at once. */
const GLANCE = 5000;

/** The network, as the system reports it. */
export interface NetworkWatch {
  /** Checks now. */
  readonly isOnline: () => boolean;
  /**
   * Reports when the network goes or comes back, until the function it returns is called. If someone found the
   * network down between two checks, the next check that finds it up reports its return, though no check saw it go:
   * whoever found it down is waiting for that.
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
