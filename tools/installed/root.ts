import { type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Problem } from '../project';
import { NotHere } from '../notHere';

/** A root folder, and the process whose namespaces see it as it is when it runs. */
export interface RootPlace {
  readonly root: string;
  readonly pid: number;
}

/** A root folder that is in use. */
export interface OpenRoot {
  readonly pid: number;
  /** Ends every process in it; its mounts end with them. */
  readonly close: () => Promise<void>;
}

/** Mounts what a running system has. It says so, and is then the first process of the namespaces until its input ends. */
const script = `set -e
mount -t proc proc "$1/proc"
mount --rbind /dev "$1/dev"
mount -t tmpfs tmpfs "$1/run"
mkdir -p "$1/tmp/.X11-unix" /tmp/.X11-unix
mount --bind /tmp/.X11-unix "$1/tmp/.X11-unix"
root="$1"
shift
while [ "$#" -gt 0 ]; do
  mkdir -p "$root$1"
  mount --bind "$2" "$root$1"
  shift 2
done
echo ready
exec cat >/dev/null`;

/**
 * Brings a root folder to life in namespaces of its own, so that this machine sees none of its mounts, and none of its
 * processes outlives it.
 *
 * @param folders this machine's folders, by where they are to stand in there
 * @throws NotHere where this system forbids that, as a container may
 */
export async function openRoot(root: string, folders: Readonly<Record<string, string>>): Promise<OpenRoot> {
  await mkdir(path.join(root, 'etc'), { recursive: true });
  for (const name of ['resolv.conf', 'hosts'])
    await cp(path.join('/etc', name), path.join(root, 'etc', name), { dereference: true, force: true });
  const namespaces = ['--mount', '--pid', '--fork', '--kill-child', '--propagation', 'private'];
  const words = ['/bin/sh', '-c', script, 'sh', root, ...Object.entries(folders).flat()];
  const holder = spawn('unshare', [...namespaces, ...words], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(holder, 'exit');
  const line = once(createInterface({ input: holder.stdout }), 'line');
  const isReady = await Promise.race([line.then(() => true), ended.then(() => false)]);
  if (!isReady) throw new NotHere(`what a running system mounts could not be mounted in ${root}, see above`);
  const close = async (): Promise<void> => {
    holder.stdin.end();
    await ended;
  };
  return { pid: childOf(Number(holder.pid)), close };
}

/** The one child of a process: what `unshare` and `nsenter` start in another namespace. */
export function childOf(pid: number): number {
  const [child] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
  if (!child) throw new Problem(`process ${pid} has started nothing.`);
  return Number(child);
}

/** The command that runs another one in the root. */
export const entering = ({ pid, root }: RootPlace): readonly [string, ...string[]] => [
  'nsenter',
  `--target=${pid}`,
  '--mount',
  '--pid',
  '--',
  'chroot',
  root,
];

/** Runs a program in the root as root, to its end. */
export function enterRoot(stage: RootPlace, words: readonly string[]): SpawnSyncReturns<string> {
  const [program, ...first] = entering(stage);
  const { http_proxy, https_proxy, no_proxy } = process.env;
  return spawnSync(program, [...first, ...words], {
    encoding: 'utf8',
    env: {
      PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
      LANG: 'C.UTF-8',
      HOME: '/root',
      DEBIAN_FRONTEND: 'noninteractive',
      ...(http_proxy && { http_proxy }),
      ...(https_proxy && { https_proxy }),
      ...(no_proxy && { no_proxy }),
    },
  });
}
