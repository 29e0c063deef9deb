import type { CommandContext } from '#shared/commands/commandContext';
import { type CommandId, commandIds, commands, isEnabled } from '#shared/commands';
import { wordsOf } from '#shared/domain/folding';

const foldedWords = (text: string): readonly string[] => wordsOf(text).map((word) => word.text);

/** How well a label answers what was typed: each word must begin one of its words. Higher is better, null is not at all. */
function score(label: string, typed: readonly string[]): number | null {
  const words = foldedWords(label);
  const places = typed.map((start) => words.findIndex((word) => word.startsWith(start)));
  if (places.includes(-1)) return null;
  return -places.reduce((sum, place) => sum + place, 0);
}

/**
 * The commands that can be run with what is open and answer what was typed, the best first; all of them, in the
 * menu's order, when nothing is typed. The palette itself is not among them.
 */
export function matchCommands(query: string, context: CommandContext): readonly CommandId[] {
  const typed = foldedWords(query);
  const ranked = commandIds
    .filter((id) => id !== 'palette.open' && isEnabled(id, context))
    .map((id) => ({ id, rank: score(commands[id].label, typed) }));
  return ranked
    .filter((command) => command.rank !== null)
    .toSorted((one, other) => (other.rank ?? 0) - (one.rank ?? 0))
    .map((command) => command.id);
}
