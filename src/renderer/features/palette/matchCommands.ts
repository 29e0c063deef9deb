import type { CommandContext } from '#shared/commands/commandContext';
import { type CommandId, commandIds, commands, isEnabled } from '#shared/commands';
import { wordsOf } from '#shared/domain/folding';

const foldedWords = (text: string): readonly string[] => wordsOf(text).map((word) => word.text);

/**
 * How well a label matches what was typed: each typed word must begin one of its words. Higher is better; null is no
 * match.
 */
function score(label: string, typed: readonly string[]): number | null {
  const words = foldedWords(label);
  const places = typed.map((start) => words.findIndex((word) => word.startsWith(start)));
  if (places.includes(-1)) return null;
  return -places.reduce((sum, place) => sum + place, 0);
}

/**
 * The available commands that match what was typed, best first; all of them, in menu order, when nothing is typed.
 * The palette itself is not among them.
 */
export function matchCommands(query: string, context: CommandContext): readonly CommandId[] {
  const typed = foldedWords(query);
  const ranked = commandIds
    .filter((id) => id !== 'palette.open' && isEnabled(id, context))
    .map((id) => ({ id, rank: score(commands[id].label(), typed) }));
  return ranked
    .filter((command) => command.rank !== null)
    .toSorted((one, other) => (other.rank ?? 0) - (one.rank ?? 0))
    .map((command) => command.id);
}
