import { _electron, type ElectronApplication } from '@playwright/test';
import { heldUntilConnected, launchOptions } from '../tools/display/launchOptions';

/** Starts our own app on a store, or a bare one in a folder of its own, under Playwright. */
export async function launchApp(
  what: { readonly store: string } | { readonly folder: string },
): Promise<ElectronApplication> {
  const { ELECTRON_RUN_AS_NODE: _node, ...env } = launchOptions().env;
  const ours = launchOptions().args;
  const args = 'store' in what ? [...ours, `--store=${what.store}`] : [...ours.slice(0, -1), what.folder];
  return _electron.launch({ ...launchOptions(), env, args: [...heldUntilConnected(), ...args] });
}
