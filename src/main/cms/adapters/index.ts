import type { CmsKind } from '#shared/domain/cmsAccount';
import type { CmsAdapter, Connection, SiteAccess } from '../adapter';
import { createWordPress } from './wordpress/index';

/** Every CMS: a new one is an adapter and a line here. */
export const adapters = {
  wordpress: createWordPress,
} as const satisfies Record<CmsKind, (access: SiteAccess, connection: Connection) => CmsAdapter>;
