import { useEffect } from 'react';
import { type CommandContext, EMPTY_CONTEXT } from '#shared/commands/commandContext';
import { bridge } from '../../bridge';
import { reportProblem } from '../notices/notices';
import { observable, useObservable } from '../observable';

type Part = Partial<CommandContext>;

const parts = observable<readonly Part[]>([]);
const merged = observable<CommandContext>(EMPTY_CONTEXT);

function same(one: CommandContext, other: CommandContext): boolean {
  return (Object.keys(one) as readonly (keyof CommandContext)[]).every((key) => one[key] === other[key]);
}

parts.subscribe(() => {
  const next: CommandContext = { ...EMPTY_CONTEXT };
  for (const part of parts.get()) Object.assign(next, part);
  if (same(merged.get(), next)) return;
  merged.set(() => next);
  bridge.app.context(next).catch(reportProblem);
});

/**
 * Says what this component has open, for as long as it is mounted. The parts of all components are merged and sent to
 * main, so that the menu enables the right items.
 */
export function useCommandContext({ article, trashed, editing, account, modal }: Part): void {
  useEffect(() => {
    const given = Object.entries({ article, trashed, editing, account, modal }).filter(
      ([, value]) => value !== undefined,
    );
    const part: Part = Object.fromEntries(given);
    parts.set((now) => [...now, part]);
    return () => parts.set((now) => now.filter((other) => other !== part));
  }, [article, trashed, editing, account, modal]);
}

/** What is open now, for a command that must remember it from before a dialog took the focus. */
export const currentContext: () => CommandContext = merged.get;

export function useOpenContext(): CommandContext {
  return useObservable(merged);
}
