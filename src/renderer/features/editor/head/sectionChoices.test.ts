import { expect, it } from 'vitest';
import type { Section } from '#shared/domain/section';
import { sectionChoices } from './sectionChoices';

function section(id: string, name: string, position: number, parentId: string | null = null): Section {
  return { id, name, slug: name, parentId, colour: '#000000', position };
}

it('lists each sub-section under its own, in the paper’s order', () => {
  const sections = [
    section('c', 'City', 1),
    section('e', 'Europe', 0, 'w'),
    section('w', 'World', 0),
    section('b', 'Balkans', 0, 'e'),
  ];
  expect(sectionChoices(sections).map(({ label }) => label)).toEqual([
    'No section',
    'World',
    'World › Europe',
    'World › Europe › Balkans',
    'City',
  ]);
});
