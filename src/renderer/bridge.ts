import { type Bridge, type Listening, refusals } from '#shared/contract/define';
import type { WindowBridge, ContractEvents, ContractOperations } from '#shared/contract';
import { NutgrafError, type Outcome } from '#shared/domain/failure';
import { saying } from '#shared/language/say';

declare global {
  interface Window {
    /** What the preload provides: the only way from the page to main. */
    readonly nutgraf: WindowBridge;
  }
}

type Calls = Bridge<ContractOperations>;

type Unwrapped<Call> = Call extends (...request: infer Request) => Promise<Outcome<infer Value>>
  ? (...request: Request) => Promise<Value>
  : never;

/** Every operation of the contract as a function that returns its value or throws the {@link NutgrafError}. */
export type MainBridge = {
  readonly [Room in keyof Calls]: { readonly [Name in keyof Calls[Room]]: Unwrapped<Calls[Room][Name]> };
} & Listening<ContractEvents>;

type AnyCall = (...request: readonly unknown[]) => Promise<Outcome<unknown>>;

/** What the preload refuses without a word. */
const refusalWords: Readonly<Record<string, () => string>> = {
  [refusals.tooLarge]: saying(
    'This is more than Nutgraf can take at once. Nothing was changed, and what is saved is safe. Split it and try again.',
  ),
  [refusals.notPassed]: saying('Something went wrong inside Nutgraf. What is saved is safe. Try again.'),
};

function unwrapped(call: AnyCall) {
  return async (...request: readonly unknown[]): Promise<unknown> => {
    const outcome = await call(...request);
    if (outcome.ok) return outcome.value;
    const { code, message, detail } = outcome.failure;
    throw new NutgrafError(code, refusalWords[code]?.() ?? message, detail);
  };
}

/** Turns the bridge into a {@link MainBridge}; nothing is written per call. */
function makeBridge(bridge: WindowBridge): MainBridge {
  const { on, ...rooms } = bridge;
  const opened = Object.entries(rooms).map(([room, calls]) => [
    room,
    Object.fromEntries(Object.entries(calls).map(([name, call]) => [name, unwrapped(call as AnyCall)])),
  ]);
  return { ...Object.fromEntries(opened), on } as MainBridge;
}

export const bridge: MainBridge = makeBridge(window.nutgraf);
