import type { ListView } from '#shared/domain/article';
import { seeded } from '../corpus';
import { seasonWord, wordAt } from './vocabulary';

/** Pages of one kind of list, as a user asks for them. */
export interface Kind {
  readonly name: string;
  readonly asked: readonly { readonly view: ListView; readonly query: string }[];
}

/** How many pages of each kind; the same ones in every run. */
export function listings(count: number): readonly Kind[] {
  const random = seeded(count);
  const between = (least: number, most: number): number => least * (most / least) ** random();
  const word = (): string => wordAt(Math.floor(between(200, 20_000)));
  const seasonal = (place: number): string => seasonWord(Math.floor((place / count) * 100_000));
  const stop = (): string => wordAt(Math.floor(between(1, 40)) - 1);
  const kind = (name: string, query: (place: number) => string, view: ListView = 'all'): Kind => ({
    name,
    asked: Array.from({ length: count }, (_, place) => ({ view, query: query(place) })),
  });
  return [
    kind('a word', () => word()),
    kind('a word of one week', (place) => seasonal(place)),
    kind('two words', () => `${word()} ${word()}`),
    kind('a word and three letters', () => `${word()} ${word().slice(0, 3)}`),
    kind('a stop word', () => `${stop()} `),
    kind('two letters', () => word().slice(0, 2)),
    kind('a word, among drafts', () => word(), 'draft'),
    kind('a stop word, among drafts', () => `${stop()} `, 'draft'),
    kind('a stop word, in the trash', () => `${stop()} `, 'trash'),
    kind('all of them, the first page', () => ''),
    kind('drafts, the first page', () => '', 'draft'),
  ];
}
