import { fromHtml } from '#shared/document/fromHtml';
import { normalise } from '#shared/document/normalise';
import { arbitraryDocument } from '#shared/document/testing/arbitraryDocument';
import { toHtml } from '#shared/document/toHtml';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { htmlDom } from './parseHtml';

test('whatever the story, HTML read back is the story in normal form', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(arbitraryDocument, (doc) => {
      expect(fromHtml(toHtml(doc), htmlDom).toJSON()).toEqual(normalise(doc).toJSON());
    }),
    { numRuns: 300 },
  );
});
