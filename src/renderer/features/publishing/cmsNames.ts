import type { CmsAccountRow, CmsKind } from '#shared/domain/cmsAccount';

/** The systems that articles are sent to, by their own names. */
export const cmsNames = { wordpress: 'WordPress' } as const satisfies Record<CmsKind, string>;

/** A site as it is called in a sentence: its name, else its host. */
export function siteName({ name, url }: Pick<CmsAccountRow, 'name' | 'url'>): string {
  return name || (URL.parse(url)?.host ?? url);
}
