import { channels } from '#shared/contract/define';
import type { Outcome } from '#shared/domain/failure';
import { type IpcMainInvokeEvent, ipcMain } from 'electron';

/** Answers one call of a page, whoever it is from; never rejects. */
export type Answering = (
  event: IpcMainInvokeEvent,
  name: unknown,
  request: unknown,
  handed: unknown,
) => Promise<Outcome<unknown>>;

/**
 * Holds the calls until there is who answers them: a page may ask sooner. `first` answers what it can at once; what
 * it refuses waits like the rest, and `onHeld` hears of each that does. Returns how to tell who answers.
 */
export function holdCalls(first: Answering, onHeld: () => void): (answering: Answering) => void {
  let begin: (answering: Answering) => void = () => undefined;
  let answering: Answering | null = null;
  const begun = new Promise<Answering>((resolve) => {
    begin = (given) => {
      answering = given;
      resolve(given);
    };
  });
  ipcMain.handle(channels.call, async (event, name: unknown, request: unknown, handed: unknown) => {
    if (answering === null) {
      const outcome = await first(event, name, request, handed);
      if (outcome.ok) return outcome;
      onHeld();
    }
    const answer = await begun;
    return answer(event, name, request, handed);
  });
  return begin;
}
