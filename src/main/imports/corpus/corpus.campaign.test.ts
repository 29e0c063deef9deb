import { test } from 'vitest';
import { usualSections } from '#shared/domain/section';
import { campaignSize } from '../../../../tools/campaignSize';
import { everyPage } from './testing/pages';
import { expectRead } from './testing/score';

const step = campaignSize(3, 1);

test.each(['page.txt', 'page.html', 'page.md'])('every story in every make of %s is read', (file) => {
  const pages = everyPage.filter((page) => page.file === file).filter((_page, index) => index % step === 0);
  expectRead(
    pages,
    usualSections.map(({ name }) => name),
  );
});
