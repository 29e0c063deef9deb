import type { Bridge, Listening } from '#shared/contract/define';
import type { DeskBridge, ContractEvents, ContractOperations } from '#shared/contract';
import { DeskError, type Outcome } from '#shared/domain/failure';

declare global {
  interface Window {
    /** What the preload puts there: the one way from the page to main. */
    readonly desk: DeskBridge;
  }
}

type Calls = Bridge<ContractOperations>;

type Unwrapped<Call> = Call extends (...request: infer Request) => Promise<Outcome<infer Value>>
  ? (...request: Request) => Promise<Value>
  : never;

/** Every operation of the contract as a function that answers its value or throws the {@link DeskError}. */
export type Desk = {
  readonly [Room in keyof Calls]: { readonly [Name in keyof Calls[Room]]: Unwrapped<Calls[Room][Name]> };
} & Listening<ContractEvents>;

type AnyCall = (...request: readonly unknown[]) => Promise<Outcome<unknown>>;

function unwrapped(call: AnyCall) {
  return async (...request: readonly unknown[]): Promise<unknown> => {
    const outcome = await call(...request);
    if (outcome.ok) return outcome.value;
    const { code, message, detail } = outcome.failure;
    throw new DeskError(code, message, detail);
  };
}

/** Folds the bridge into a {@link Desk}; nothing is written per call. */
function makeDesk(bridge: DeskBridge): Desk {
  const { on, ...rooms } = bridge;
  const opened = Object.entries(rooms).map(([room, calls]) => [
    room,
    Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, unwrapped(call as AnyCall)])),
  ]);
  return { ...Object.fromEntries(opened), on } as Desk;
}

export const desk: Desk = makeDesk(window.desk);
