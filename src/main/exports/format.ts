import type { AdSlotDefinition } from '#shared/domain/adSlot';
import type { Article } from '#shared/domain/article';
import type { AssetHash } from '#shared/domain/asset';

/** What a format may know about an article beside the article itself. */
export interface ExportContext {
  /** The section's name; null without a section. */
  readonly section: string | null;
  /** The slots of this store by key, for sizes and labels. */
  readonly adSlots: ReadonlyMap<string, AdSlotDefinition>;
  /** The path of an image beside the exported file, with forward slashes; null when the store does not hold it. */
  readonly assetPath: (asset: AssetHash) => string | null;
  /** The bytes of an image, for a format that embeds images; null when the store does not have it. */
  readonly readAsset: (asset: AssetHash) => Uint8Array | null;
}

/** What a format writes: text is written as UTF-8. */
type Rendered = string | Uint8Array;

/** One way to write an article as a file. The same article and context always give the same bytes. */
export interface Format {
  /** Whether it writes everything exactly as the store has it. */
  readonly isStore?: boolean;
  readonly render: (article: Article, context: ExportContext) => Rendered | Promise<Rendered>;
}
