import type { CmsKind } from '#shared/domain/cmsKinds';
import type { AdapterOf, Connection, SiteAccess } from '../adapter';
import { createWordPress } from './wordpress';

/** Every CMS: a new one is a folder here and a line, plus its row in `cmsKinds`. */
export const adapters = {
  wordpress: createWordPress,
} as const satisfies {
  readonly [Kind in CmsKind]: (access: SiteAccess, connection: Connection) => AdapterOf<Kind>;
};
