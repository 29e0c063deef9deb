import { platform } from '#renderer/base/commands/commandKeys';
import { keyCaps, keysOf } from '#renderer/base/commands/keySigns';
import { KeyCaps as Caps } from '#renderer/ui/KeyCaps';
import { say } from '#shared/language/say';

/** Keys as caps; “None” for none. */
export function KeyCaps({ keys }: { readonly keys: string | null }) {
  if (keys === null) return <span className="text-ink-2">{say('None')}</span>;
  return <Caps caps={keyCaps(keys, platform())} spoken={keysOf(keys, platform())} />;
}
