import type { AdSlotDefinition } from '#shared/domain/adSlot';
import type { Article } from '#shared/domain/article';
import type { AssetHash } from '#shared/domain/asset';

/** What a format may know of an article beside the article itself. */
export interface ExportContext {
  /** The section's name; null without a section. */
  readonly section: string | null;
  /** The slots of this store by key, for sizes and labels. */
  readonly adSlots: ReadonlyMap<string, AdSlotDefinition>;
  /** The path of an image beside the exported file, with forward slashes; null when the store does not hold it. */
  readonly assetPath: (asset: AssetHash) => string | null;
}

/** One way to write an article as a file. The same article and context give the same text, always. */
export interface Format {
  /** Whether it writes what the store holds, all of it as it is there. */
  readonly isStore?: boolean;
  readonly render: (article: Article, context: ExportContext) => string;
}
