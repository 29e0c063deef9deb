import { describe, expect, it } from 'vitest';
import type { CommandId } from '#shared/commands';
import { createCommandRegistry } from './commandRegistry';

function registry() {
  const inMain: CommandId[] = [];
  const reported: unknown[] = [];
  const made = createCommandRegistry({
    runInMain: async (command) => {
      inMain.push(command);
    },
    report: (thrown) => reported.push(thrown),
  });
  return { ...made, inMain, reported };
}

describe('the command registry', () => {
  it('runs the handler given last, and the one before it once that is taken away', async () => {
    const { provide, run } = registry();
    const ran: string[] = [];
    provide('article.save', () => void ran.push('first'));
    const takeAway = provide('article.save', () => void ran.push('second'));
    await run('article.save');
    takeAway();
    await run('article.save');
    expect(ran).toEqual(['second', 'first']);
  });

  it('hands the commands of main over to main', async () => {
    const { run, inMain } = registry();
    await run('window.new');
    expect(inMain).toEqual(['window.new']);
  });

  it('waits for a handler and reports what it throws', async () => {
    const { provide, run, reported } = registry();
    const full = new Error('The disk is full.');
    provide('article.save', async () => {
      await Promise.resolve();
      throw full;
    });
    await run('article.save');
    expect(reported).toEqual([full]);
  });

  it('does nothing for a command that nobody here carries out', async () => {
    const { run, inMain, reported, complete } = registry();
    complete();
    await run('format.bold');
    expect([inMain, reported]).toEqual([[], []]);
  });

  it('keeps a command that is chosen before its handler stands, and runs it once', async () => {
    const { provide, run, complete } = registry();
    const ran: string[] = [];
    const chosen = run('export.dialog');
    provide('export.dialog', () => void ran.push('export'));
    expect(ran).toEqual([]);
    complete();
    await chosen;
    await run('export.dialog');
    expect(ran).toEqual(['export', 'export']);
  });
});
