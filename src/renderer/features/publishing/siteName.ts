import type { CmsAccountRow } from '#shared/domain/cmsAccount';

/** A site as it is called in a sentence: its name, else its host. */
export function siteName({ name, url }: Pick<CmsAccountRow, 'name' | 'url'>): string {
  return name || (URL.parse(url)?.host ?? url);
}
