/** How many rows Page Up and Page Down move. */
const PAGE = 8;

/**
 * Where a key moves the active row in a list of `count` rows; `index` is -1 when none is active. Null for a key that
 * moves nothing.
 */
export function rovingIndex(key: string, index: number, count: number): number | null {
  if (count === 0) return null;
  const last = count - 1;
  const within = (next: number) => Math.min(Math.max(next, 0), last);
  switch (key) {
    case 'ArrowDown':
      return within(index + 1);
    case 'ArrowUp':
      return index === -1 ? last : within(index - 1);
    case 'PageDown':
      return within(index + PAGE);
    case 'PageUp':
      return within(index - PAGE);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
