import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Section } from '#shared/domain/section';
import { placeSections, withDescendants } from './sectionTree';

function section(name: string, parent: string | null = null, position = 0): Section {
  return { id: name, name, slug: name, parentId: parent, colour: '#336699', position };
}

const drawn = (sections: readonly Section[]) =>
  placeSections(sections).map(({ section, depth }) => '  '.repeat(depth) + section.name);

describe('the tree of sections', () => {
  it('puts each section under its own, in order', () => {
    const paper = [
      section('Europe', 'World'),
      section('City', null, 2),
      section('World', null, 1),
      section('Asia', 'World', 1),
    ];
    expect(drawn(paper)).toEqual(['World', '  Europe', '  Asia', 'City']);
  });

  it('keeps a section whose parent is gone, and those of a ring', () => {
    expect(drawn([section('Lost', 'Gone')])).toEqual(['Lost']);
    expect(drawn([section('One', 'Two'), section('Two', 'One')])).toEqual(['One', '  Two']);
  });

  it('draws every section exactly once, whatever their parents', () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const paper = fc.uniqueArray(fc.record({ name: names, parent: fc.option(names), position: fc.nat(9) }), {
      selector: ({ name }) => name,
    });
    fc.assert(
      fc.property(paper, (rows) => {
        const sections = rows.map(({ name, parent, position }) => section(name, parent, position));
        const placed = placeSections(sections).map((row) => row.section.id);
        expect(placed.toSorted()).toEqual(sections.map(({ id }) => id).toSorted());
      }),
    );
  });

  it('knows what stands under a section', () => {
    const paper = [section('World'), section('Europe', 'World'), section('North', 'Europe'), section('City')];
    expect([...withDescendants(paper, 'World')]).toEqual(['World', 'Europe', 'North']);
  });
});
