/** Signs of Markdown, each of which can also occur in plain text. */
const constructs: readonly RegExp[] = [
  /^#{1,6} \S.*$/m,
  /^.+\n(?:={3,}|-{3,})$/m,
  /^\s{0,3}[-*+] \S.*(?:\n+\s*[-*+] \S.*)+$/m,
  /^\s{0,3}1[.)] \S.*(?:\n+\s*\d{1,2}[.)] \S.*)+$/m,
  /^> ?\S/m,
  /^(?:```|~~~)/m,
  /^\|?.+\|.+\n\|?\s*:?-{2,}:?\s*\|/m,
  /(?:^|[\s(])(?:\*\*|__)[^\s*_][^*_\n]*[^\s*_](?:\*\*|__)(?=$|[\s).,;:!?])/m,
  /(?:^|[\s(])[*_][^\s*_][^*_\n]*[^\s*_][*_](?=$|[\s).,;:!?])/m,
  /!?\[[^\]\n]+\]\((?:https?:\/\/|mailto:|\/|#)[^)\s]*(?: "[^"\n]*")?\)/,
  /`[^`\n]+`/,
];

/** The signs that hardly ever occur outside Markdown. */
const strong: readonly RegExp[] = [
  /^#{1,6} \S.*$/m,
  /!?\[[^\]\n]+\]\(https?:\/\/[^)\s]*\)/,
  /^(?:```|~~~)\w*\n/m,
];

/** Longer texts are judged by their beginning. */
const LONGEST = 100_000;

/**
 * Whether a plain text is clearly Markdown: it has at least three of its constructs, or two including one that is
 * rare elsewhere. A list of dashes, a quoted email or one starred word is not enough.
 */
export function looksLikeMarkdown(text: string): boolean {
  const start = text.slice(0, LONGEST).replace(/\r\n?/g, '\n');
  if (!start.includes('\n')) return false;
  const found = constructs.filter((sign) => sign.test(start)).length;
  return found >= 3 || (found >= 2 && strong.some((sign) => sign.test(start)));
}
