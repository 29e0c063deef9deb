import { channels } from '#shared/contract/define';
import type { ContractEvents } from '#shared/contract';
import type { WebContents } from 'electron';
import type { z } from 'zod';

/** Sends an event to those it concerns; a window that is closing hears nothing. */
export type Publish = <Name extends keyof ContractEvents>(
  name: Name,
  payload: z.input<ContractEvents[Name]>,
) => void;

/** An event to the windows that `receivers` returns at that moment. */
export function publisher(receivers: () => readonly WebContents[]): Publish {
  return (name, payload) => {
    for (const contents of receivers()) {
      if (!contents.isDestroyed()) contents.send(channels.event, name, payload);
    }
  };
}
