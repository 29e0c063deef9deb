import '#shared/jitless';
import { operations } from '#shared/contract';
import { channels, operationName } from '#shared/contract/define';
import { contextBridge, ipcRenderer } from 'electron';

/** A request that can't be cloned makes `invoke` throw; a window gets an outcome all the same. */
async function call(name: string, request: unknown): Promise<unknown> {
  try {
    return await ipcRenderer.invoke(channels.call, name, request);
  } catch (thrown) {
    const message = `“${name}” could not be called. Please try again.`;
    return { ok: false, failure: { code: 'bad_request', message, detail: String(thrown) } };
  }
}

const rooms = Object.entries(operations).map(([room, calls]) => {
  const names = Object.keys(calls).map((name) => [
    name,
    (request: unknown) => call(operationName(room, name), request),
  ]);
  return [room, Object.fromEntries(names) as unknown] as const;
});

type Listener = (payload: unknown) => void;
const listeners = new Map<string, Set<Listener>>();

ipcRenderer.on(channels.event, (_event, name: string, payload: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(payload);
});

function on(name: string, listener: Listener): () => void {
  const ofName = listeners.get(name) ?? new Set();
  listeners.set(name, ofName.add(listener));
  return () => {
    ofName.delete(listener);
  };
}

/** `DeskBridge`, folded from the operations. */
contextBridge.exposeInMainWorld('desk', { ...Object.fromEntries(rooms), on });
