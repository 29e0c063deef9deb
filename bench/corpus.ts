import { schema } from '#shared/document/schema';
import type { ArticleContent } from '#shared/domain/article';
import type { Node } from '@tiptap/pm/model';
import { documentJsonOf } from '#shared/document/document';

/** Made-up words of the lengths that English has. */
const words =
  `a the of in to and is it on by as at an for was are not but had has one two six new old its her his they with
  from that this have were said when more will been than also into over after about which would could first other
  their there where while those under again never house water light paper stone river night train bread glass north
  winter summer market bridge garden window letter corner silver copper timber harbour council station quarter
  evening morning village weather teacher painter counter harvest lantern meadow ferryman orchard compass journey
  workshop timetable clockmaker lighthouse neighbourhood headquarters countryside warehouse marketplace`
    .trim()
    .split(/\s+/u);

/** Returns the word for a number from 0 to 1. */
export type Vocabulary = (share: number) => string;

/** Each of a few words, all equally often. */
const fewWords: Vocabulary = (share) => words[Math.floor(share * words.length)] ?? '';

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Writes one story; each of its sentences is different, and every run writes the same. */
class Writer {
  readonly #random: () => number;
  #blocks = 0;

  constructor(
    private readonly seed: number,
    private readonly vocabulary: Vocabulary,
  ) {
    this.#random = seeded(seed);
  }

  phrase(length: number): string {
    return Array.from({ length }, () => this.vocabulary(this.#random())).join(' ');
  }

  line(length: number): string {
    const phrase = this.phrase(length);
    return phrase.charAt(0).toUpperCase() + phrase.slice(1);
  }

  sentence(): string {
    const length = 8 + Math.floor(this.#random() * 14);
    return `${this.line(length - 4)}, ${this.phrase(4)}.`;
  }

  #block(type: string, content: readonly Node[], attrs: Readonly<Record<string, unknown>> = {}): Node {
    const id = `b${this.seed}x${(this.#blocks += 1)}`;
    return schema.node(type, { id, ...attrs }, content);
  }

  #paragraph(): Node {
    const marked = ['bold', 'italic', 'link'][Math.floor(this.#random() * 6)];
    const plain = schema.text(`${this.sentence()} ${this.sentence()} `);
    if (marked === undefined) return this.#block('paragraph', [plain, schema.text(this.sentence())]);
    const attrs = marked === 'link' ? { href: `https://example.org/${this.#blocks}` } : null;
    const phrase = schema.text(this.phrase(3), [schema.mark(marked, attrs)]);
    return this.#block('paragraph', [plain, phrase, schema.text(` ${this.sentence()}`)]);
  }

  #list(): Node {
    const items = Array.from({ length: 3 }, () =>
      this.#block('listItem', [this.#block('paragraph', [schema.text(this.sentence())])]),
    );
    return this.#block('bulletList', items);
  }

  /** The block at a position in the story: mostly paragraphs, as in a newspaper. */
  block(place: number): Node {
    switch (place % 17) {
      case 5:
      case 12:
        return this.#block('heading', [schema.text(this.line(4))], { level: 2 });
      case 8:
        return this.#block('blockquote', [this.#paragraph()]);
      case 10:
        return this.#block('adSlot', [], { slotKey: 'inline-1' });
      case 15:
        return this.#list();
      default:
        return this.#paragraph();
    }
  }
}

const wordsOf = (node: Node): number => node.textContent.split(/\s+/u).filter(Boolean).length;

/**
 * The body of a story of at least this many words (at most 50 more): crossheads, quotes, lists, links and ad slots.
 */
export function makeBody(seed: number, length = 800, vocabulary = fewWords): Node {
  const writer = new Writer(seed, vocabulary);
  const blocks: Node[] = [];
  for (let written = 0; written < length;) {
    const block = writer.block(blocks.length);
    blocks.push(block);
    written += wordsOf(block);
  }
  return schema.node('doc', null, blocks);
}

/** A whole article, as it is given to the store. */
export function makeArticle(seed: number, length = 800, vocabulary = fewWords): Partial<ArticleContent> {
  const writer = new Writer(-1 - seed, vocabulary);
  return {
    headline: writer.line(7),
    standfirst: writer.sentence(),
    byline: writer.line(2),
    hashtags: [],
    body: documentJsonOf(makeBody(seed, length, vocabulary)),
  };
}

/** The bodies of `count` articles of 800 words. */
export const makeBodies = (count: number): readonly Node[] =>
  Array.from({ length: count }, (_, seed) => makeBody(seed));
