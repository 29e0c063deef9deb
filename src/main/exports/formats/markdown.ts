import { parseDocument } from '#shared/document/document';
import { picturesOf } from '#shared/document/outline';
import { toMarkdown } from '#shared/document/toMarkdown';
import type { Node } from '@tiptap/pm/model';
import type { ExportContext, Format } from '../format';
import { type CreditedFigure, type FrontMatterPreset, frontMatter } from '../frontMatter';

/** CommonMark with YAML front matter for a reader; images are addressed beside the file. */
const markdownFor = (preset: FrontMatterPreset) =>
  ({
    render: (article, context) => {
      const doc = parseDocument(article.body);
      const facts = { article, section: context.section, figures: creditedFigures(doc, context) };
      return `${frontMatter(preset, facts)}\n${toMarkdown(doc, { imageAddress: context.assetPath })}`;
    },
  }) satisfies Format;

export const markdown = markdownFor('nutgraf');
export const markdownForHugo = markdownFor('hugo');
export const markdownForJekyll = markdownFor('jekyll');
export const markdownForEleventy = markdownFor('eleventy');

/** In the text, an image's title holds both; here a template finds caption and credit separately. */
function creditedFigures(doc: Node, { assetPath }: ExportContext): readonly CreditedFigure[] {
  return picturesOf(doc)
    .filter(({ caption, credit }) => caption !== '' || credit !== '')
    .map(({ asset, src, ...words }) => ({ src: (asset === null ? src : assetPath(asset)) ?? '', ...words }));
}
