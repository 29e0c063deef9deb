/** What is looked at of Electron's event, so that the rule can be tested without a window. */
export interface Sender {
  /** Null once the frame has gone or navigated (Electron 33 and later). */
  readonly senderFrame: { readonly origin: string } | null;
  readonly sender: { readonly id: number; readonly mainFrame: { readonly origin: string } };
}

/** The windows that we made: web contents id → window id. */
export type OwnWindows = (contentsId: number) => number | null;

/** The id of the window that called, when it is the main frame of one that we made, at our own origin; else null. */
export function trustedSender(event: Sender, ownWindows: OwnWindows, origin: string): number | null {
  const { senderFrame, sender } = event;
  if (senderFrame === null || senderFrame !== sender.mainFrame || senderFrame.origin !== origin) return null;
  return ownWindows(sender.id);
}
