import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { hasProgram } from '../child';
import { Problem } from '../project';
import { ensurePackages, type Need } from '../runtime/systemPackages';

/** A private virtual X display with a window manager. */
export interface VirtualDisplay {
  /** The environment for programs whose windows belong there. */
  readonly env: NodeJS.ProcessEnv;
  readonly stop: () => Promise<void>;
}

/** Whether there is a display to show a window on. Systems other than Linux always have one. */
export const hasDisplay = (
  environment: NodeJS.ProcessEnv = process.env,
  system = process.platform,
): boolean => system !== 'linux' || Boolean(environment['DISPLAY'] || environment['WAYLAND_DISPLAY']);

const packages = ['xvfb', 'openbox', 'xdotool', 'fonts-liberation', 'fonts-noto-core'];
/**
 * One font for each script of the press, including Chinese, Japanese and Korean: 14 MB. Without them text shows as
 * boxes.
 */
export const scriptFonts = ['fonts-noto-core', 'fonts-droid-fallback'];
const programs = ['Xvfb', 'openbox', 'xdotool'];

/**
 * Starts Xvfb on a free display number with openbox in it: without a window manager no window ever has the
 * focus, and no menu accelerator fires.
 *
 * @throws Problem when the programs are missing and may not be installed, or do not start
 */
export async function startVirtualDisplay(): Promise<VirtualDisplay> {
  await ensurePackages([displayNeed()]);
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const stopServer = endWithUs(server);
  const env = displayEnvironment(`:${await firstLine(server, server.stdout, 'Xvfb')}`);
  const manager = spawn('openbox', ['--sm-disable', '--startup', 'echo ready'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const stopManager = endWithUs(manager);
  await firstLine(manager, manager.stdout, 'openbox');
  return { env, stop: () => stopManager().then(stopServer) };
}

/** What is missing here for a virtual display, or null. */
export function displayNeed(): Need | null {
  if (process.platform !== 'linux') return null;
  const missing = programs.filter((program) => !hasProgram(program));
  if (missing.length === 0 && hasFonts()) return null;
  return { what: `a virtual display (${missing.join(', ') || 'its fonts'})`, packages };
}

function hasFonts(): boolean {
  try {
    return readdirSync('/usr/share/fonts', { recursive: true }).some((name) =>
      /\.(?:ttf|otf)$/.test(String(name)),
    );
  } catch {
    return false;
  }
}

function displayEnvironment(display: string): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, DISPLAY: display };
  delete env['WAYLAND_DISPLAY'];
  return env;
}

/** Ends a child process with ours; returns a function that ends it sooner. */
function endWithUs(child: ChildProcess): () => Promise<void> {
  const kill = (): void => void child.kill();
  process.once('exit', kill);
  return async () => {
    process.off('exit', kill);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    kill();
    await ended;
  };
}

async function firstLine(child: ChildProcess, output: Readable, name: string): Promise<string> {
  const lines = createInterface({ input: output });
  const line = once(lines, 'line').then(([text]) => String(text));
  const ended = once(child, 'exit').then(([code]) => {
    throw new Problem(`${name} ended with ${String(code)} before it was ready.`);
  });
  return Promise.race([line, ended]);
}
