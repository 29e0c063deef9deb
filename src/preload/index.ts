import { type HandedFile, channels, namesSwitch, operationName, refusals } from '#shared/contract/define';
import { CROSSING_LIMITS, HANDED_BYTES, excessOf } from '#shared/contract/requestSize';
import { contextBridge, ipcRenderer, webUtils } from 'electron';

/** The files that a request consists of; null for every other request. */
function filesIn(request: unknown): readonly File[] | null {
  const isFiles = Array.isArray(request) && request.length > 0 && request.every((one) => one instanceof File);
  return isFiles ? request : null;
}

/**
 * Main reads a file on disk, after checking what it is: a page would wait for a pipe for ever. Of files without a
 * path, no more is read than may cross.
 */
async function handed(files: readonly File[]): Promise<readonly HandedFile[]> {
  const found: HandedFile[] = [];
  for (const file of files) {
    const { name } = file;
    const path = webUtils.getPathForFile(file);
    if (path !== '') found.push({ name, path });
    else found.push({ name, bytes: new Uint8Array(await file.slice(0, HANDED_BYTES).arrayBuffer()) });
    if (excessOf(found, CROSSING_LIMITS) !== null) break;
  }
  return found;
}

const refused = (code: string, detail?: string): unknown => ({
  ok: false,
  failure: { code, message: '', ...(detail !== undefined && { detail }) },
});

/** A request that cannot be cloned makes `invoke` throw; a window gets an outcome all the same. */
async function call(name: string, request: unknown): Promise<unknown> {
  const files = filesIn(request);
  const crossing =
    files === null ? { request, files: [] } : { request: undefined, files: await handed(files) };
  if (
    excessOf(crossing.request, CROSSING_LIMITS) !== null ||
    excessOf(crossing.files, CROSSING_LIMITS) !== null
  )
    return refused(refusals.tooLarge);
  try {
    return await ipcRenderer.invoke(channels.call, name, crossing.request, crossing.files);
  } catch (thrown) {
    return refused(refusals.notPassed, `${name}: ${String(thrown)}`);
  }
}

const rooms = Object.entries(namesSwitch.read(process.argv)).map(([room, names]) => {
  const calls = names.map((name) => {
    const crossing = operationName(room, name);
    return [name, (request: unknown) => call(crossing, request)] as const;
  });
  return [room, Object.fromEntries(calls)] as const;
});

type Listener = (payload: unknown) => void;
interface Hearing {
  readonly listeners: Set<Listener>;
  /** What arrived while nobody listened: a page that is still loading must not miss that it is to close. */
  unheard: readonly unknown[];
}
const hearings = new Map<string, Hearing>();

function hearingOf(name: string): Hearing {
  const known = hearings.get(name);
  if (known) return known;
  const made: Hearing = { listeners: new Set(), unheard: [] };
  hearings.set(name, made);
  return made;
}

ipcRenderer.on(channels.event, (_event, name: string, payload: unknown) => {
  const hearing = hearingOf(name);
  if (hearing.listeners.size === 0) hearing.unheard = [...hearing.unheard, payload];
  for (const listener of hearing.listeners) listener(payload);
});

function on(name: string, listener: Listener): () => void {
  const hearing = hearingOf(name);
  hearing.listeners.add(listener);
  for (const payload of hearing.unheard) listener(payload);
  hearing.unheard = [];
  return () => {
    hearing.listeners.delete(listener);
  };
}

/** `WindowBridge`, built from the operations' names. */
contextBridge.exposeInMainWorld('nutgraf', { ...Object.fromEntries(rooms), on });
