/** What is compared of a frame: Electron may hand out the same one as two objects. */
export interface Frame {
  /** Which frame of its process it is. */
  readonly routingId: number;
  readonly processId: number;
  readonly origin: string;
}

/** The part of Electron's event that is checked, so that the rule can be tested without a window. */
export interface Sender {
  /** Null once the frame has gone or navigated (Electron 33 and later). */
  readonly senderFrame: Frame | null;
  readonly sender: { readonly id: number; readonly mainFrame: Frame };
}

/** The windows we made: web contents id → window id. */
export type OwnWindows = (contentsId: number) => number | null;

/**
 * The id of the calling window, if the call comes from the main frame of one we made, at our own origin; otherwise
 * null.
 */
export function trustedSender(event: Sender, ownWindows: OwnWindows, origin: string): number | null {
  try {
    const { senderFrame, sender } = event;
    if (senderFrame === null || !isSame(senderFrame, sender.mainFrame)) return null;
    return senderFrame.origin === origin ? ownWindows(sender.id) : null;
  } catch {
    return null; // Electron throws where a frame that has gone is asked anything.
  }
}

const isSame = (one: Frame, other: Frame): boolean =>
  Number.isInteger(one.routingId) &&
  Number.isInteger(one.processId) &&
  one.routingId === other.routingId &&
  one.processId === other.processId &&
  one.origin === other.origin;
