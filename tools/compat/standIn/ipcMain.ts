type Handle = (event: object, ...args: readonly unknown[]) => unknown;

const handles = new Map<string, Handle>();

export const ipcMain = {
  handle: (channel: string, handle: Handle): void => void handles.set(channel, handle),
};

/** What main answers to a page's call. */
export async function answerCall(event: object, channel: string, args: readonly unknown[]): Promise<unknown> {
  const handle = handles.get(channel);
  if (handle === undefined) throw new Error(`No handler registered for '${channel}'`);
  return handle(event, ...args);
}
