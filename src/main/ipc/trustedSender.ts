import type { Caller } from '#shared/contract/define';

/** What is looked at of Electron's event, so that the rule can be tested without a window. */
export interface Sender {
  /** Null once the frame has gone or navigated (Electron 33 and later). */
  readonly senderFrame: { readonly origin: string } | null;
  readonly sender: { readonly id: number; readonly mainFrame: { readonly origin: string } };
}

/** The windows that we made: web contents id → window id. */
export type OwnWindows = (contentsId: number) => number | null;

/** The caller, when it is the main frame of a window that we made, at our own origin; else null. */
export function trustedSender(event: Sender, ownWindows: OwnWindows, origin: string): Caller | null {
  const { senderFrame, sender } = event;
  if (senderFrame === null || senderFrame !== sender.mainFrame || senderFrame.origin !== origin) return null;
  const windowId = ownWindows(sender.id);
  return windowId === null ? null : { windowId };
}
