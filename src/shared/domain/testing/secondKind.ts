import { afterAll, beforeAll, vi } from 'vitest';
import type { CmsKind, CmsKindRow } from '../cmsKinds';

/** A kind of CMS with a key in place of user and password, and without revisions or tag ids. */
export const secondRow: CmsKindRow = {
  name: 'Second CMS',
  credentials: [
    {
      key: 'key',
      name: () => 'key',
      label: () => 'Admin API key',
      hint: () => 'Made on the site under Integrations.',
      secret: true,
    },
  ],
  can: { revisions: false, tagsById: false },
  exportFile: { root: /^second$/, holds: /export-of-second/, told: () => 'This is an export of Second CMS.' },
};

/** Its line in the table. */
export const second = 'second' as CmsKind;

/**
 * While a file's tests run, whatever they import finds the second kind in the table of kinds; the tests must import
 * it themselves, not the file.
 */
export function withSecondKind(): void {
  const table = '#shared/domain/cmsKinds';
  beforeAll(() => {
    vi.resetModules();
    vi.doMock(table, async (original) => {
      const real = await original<{ readonly cmsKinds: object }>();
      return { ...real, cmsKinds: { ...real.cmsKinds, second: secondRow } };
    });
  });
  afterAll(() => {
    vi.doUnmock(table);
    vi.resetModules();
  });
}
