import type { StateCore, Token } from 'markdown-it';

interface Reference {
  readonly href: string;
  readonly title: string;
}

/** The link definitions (CommonMark, section 4.7) of one text, across all of its parts. */
export interface LinkDefinitions {
  readonly references: Record<string, Reference>;
  /** The labels that links or images of the text refer to. */
  readonly used: Set<string>;
  /** Each as it is written, in order; where a label is defined twice, only the first counts. */
  readonly written: { readonly label: string; readonly text: string }[];
}

interface DefinitionEnv {
  references?: Record<string, Reference>;
  definitions?: LinkDefinitions;
}

/** What is known of a text's definitions before its parts are read; `references` are markdown-it's own. */
export function linkDefinitions(references: Readonly<Record<string, Reference>> = {}): LinkDefinitions {
  const used = new Set<string>();
  const watched = Object.entries(references).map(([label, { href, title }]) => {
    const reference = {
      title,
      get href() {
        used.add(label);
        return href;
      },
    };
    return [label, reference] as const;
  });
  return { references: Object.fromEntries(watched), used, written: [] };
}

/** Runs before the rule that strips definitions, and before links are read: keeps each definition as a token. */
export function keepDefinitions({ tokens, env, src }: StateCore): void {
  const found = tokens.filter(({ type }) => type === 'reference_definition');
  if (found.length === 0) return;
  const kept = env as DefinitionEnv;
  if (kept.definitions === undefined) {
    kept.definitions = linkDefinitions(kept.references);
    kept.references = kept.definitions.references;
  }
  const lines = src.split('\n');
  for (const token of found) {
    const [from, to] = token.map ?? [0, 0];
    token.type = 'definition';
    token.content = lines.slice(from, to).join('\n').trim();
  }
}

/** The tokens without the definitions; unless the caller wants them, an unused one stays as text. */
export function settleDefinitions(
  { tokens, env }: StateCore,
  isAskedFor: boolean,
  make: Make,
): readonly Token[] {
  const { definitions } = env as DefinitionEnv;
  if (definitions === undefined) return tokens;
  for (const { type, meta, content } of tokens) {
    if (type === 'definition') definitions.written.push({ label: labelOf(meta), text: content });
  }
  const unused = new Set(isAskedFor ? [] : unusedDefinitions(definitions));
  return tokens.flatMap((token) => {
    if (token.type !== 'definition') return [token];
    return unused.has(token.content) ? textParagraph(token.content, make) : [];
  });
}

const labelOf = (meta: unknown): string => String((meta as { readonly label?: unknown } | null)?.label);

/** Those that no link or image uses, as they are written. */
export function unusedDefinitions({ used, written }: LinkDefinitions): readonly string[] {
  const seen = new Set<string>();
  return written.flatMap(({ label, text }) => {
    const isUsed = used.has(label) && !seen.has(label);
    seen.add(label);
    return isUsed ? [] : [text];
  });
}

function textParagraph(text: string, make: Make): readonly Token[] {
  const inline = make('inline');
  inline.children = [make('text', text.replaceAll('\n', ' '))];
  return [make('paragraph_open', '', 1), inline, make('paragraph_close', '', -1)];
}

/** Makes a token from the text being read. */
export type Make = (type: string, content?: string, nesting?: Token['nesting']) => Token;
