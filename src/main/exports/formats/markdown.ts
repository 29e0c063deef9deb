import type { Node } from '@tiptap/pm/model';
import { parseDocument } from '#shared/document/document';
import type { FigureAttrs } from '#shared/document/nodes/figure/figure';
import { toMarkdown } from '#shared/document/toMarkdown';
import type { ExportContext, Format } from '../format';
import { type CreditedFigure, type FrontMatterPreset, frontMatter } from '../frontMatter';

/** CommonMark with YAML front matter for a reader; images are named as they stand beside the file. */
const markdownFor = (preset: FrontMatterPreset): Format => ({
  render: (article, context) => {
    const doc = parseDocument(article.body);
    const facts = { article, section: context.section, figures: creditedFigures(doc, context) };
    return `${frontMatter(preset, facts)}\n${withPaths(toMarkdown(doc), context)}`;
  },
});

export const markdown = markdownFor('nutgraf');
export const markdownForHugo = markdownFor('hugo');
export const markdownForJekyll = markdownFor('jekyll');
export const markdownForEleventy = markdownFor('eleventy');

/** In the text a picture's title holds both; here a template finds the caption and the credit apart. */
function creditedFigures(doc: Node, { assetPath }: ExportContext): readonly CreditedFigure[] {
  const figures: CreditedFigure[] = [];
  doc.descendants((node) => {
    if (node.type.name !== 'figure') return !node.isTextblock;
    const { asset, src, alt, caption, credit } = node.attrs as FigureAttrs;
    if (caption === '' && credit === '') return false;
    figures.push({ src: (asset === null ? src : assetPath(asset)) ?? '', alt, caption, credit });
    return false;
  });
  return figures;
}

/** A figure's line, which no other text can begin like: an unescaped `![` with one of our own addresses. */
const figureLine = /^([>\s\d.*-]*!\[(?:[^\]\\]|\\.)*\]\()<asset:([0-9a-f]{64})>/gmu;

function withPaths(body: string, { assetPath }: ExportContext): string {
  return body.replace(figureLine, (line, start: string, asset: string) => {
    const path = assetPath(asset);
    return path === null ? line : `${start}${path}`;
  });
}
