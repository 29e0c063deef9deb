/** The part of Electron's event that is checked, so that the rule can be tested without a window. */
export interface Sender {
  /** Null once the frame has gone or navigated (Electron 33 and later). */
  readonly senderFrame: { readonly origin: string } | null;
  readonly sender: { readonly id: number; readonly mainFrame: { readonly origin: string } };
}

/** The windows we made: web contents id → window id. */
export type OwnWindows = (contentsId: number) => number | null;

/**
 * The id of the calling window, if the call comes from the main frame of one we made, at our own origin; otherwise
 * null.
 */
export function trustedSender(event: Sender, ownWindows: OwnWindows, origin: string): number | null {
  const { senderFrame, sender } = event;
  if (senderFrame === null || senderFrame !== sender.mainFrame || senderFrame.origin !== origin) return null;
  return ownWindows(sender.id);
}
