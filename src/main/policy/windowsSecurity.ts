/** The administrators, the system, and the installer of Windows. */
const isTrusted = (who: string): boolean => who === 'BA' || who === 'SY' || who.startsWith('S-1-5-80-');

/** Rights to write, to delete, and to change the list or the owner: by their two letters, and as bits of a number. */
const writingRights: ReadonlySet<string> = new Set('GA GW FA FW WD WO SD DC LC'.split(' '));
const WRITING_BITS = 0x500d0006;

/** One entry of the list: `(type;flags;rights;object;inherited object;who)`. */
const entry = /\((?<type>\w+);(?<flags>\w*);(?<rights>\w*);[^;]*;[^;]*;(?<who>[^);]+)[^)]*\)/gu;

/**
 * Whether a file with this security descriptor is an administrator's, and nobody else may change it. A file of a plain
 * user is not, whatever its list says: its owner can change that.
 */
export function isProtected(descriptor: string): boolean {
  const parts = /^O:(?<owner>S-[\d-]+|[A-Z]{2})(?:G:(?:S-[\d-]+|[A-Z]{2}))?D:(?<list>.*?)(?:S:.*)?$/su.exec(
    descriptor,
  )?.groups;
  if (!parts || !isTrusted(parts['owner'] ?? '')) return false;
  const entries = [...(parts['list'] ?? '').matchAll(entry)].map(({ groups }) => groups ?? {});
  // No list at all lets everybody do everything.
  return entries.length > 0 && !entries.some(letsOthersWrite);
}

function letsOthersWrite({ type = '', rights = '', who = '' }: Readonly<Record<string, string>>): boolean {
  if (!type.includes('A') || isTrusted(who)) return false;
  if (rights.startsWith('0x')) return (Number(rights) & WRITING_BITS) !== 0;
  return (rights.match(/../gu) ?? []).some((right) => writingRights.has(right));
}
