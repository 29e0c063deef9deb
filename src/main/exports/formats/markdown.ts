import { parseDocument } from '#shared/document/document';
import { toMarkdown } from '#shared/document/toMarkdown';
import type { ExportContext, Format } from '../format';
import { frontMatter } from '../frontMatter';

/** CommonMark with YAML front matter; images are named as they stand beside the file. */
export const markdown: Format = {
  extension: 'md',
  render: (article, context) => {
    const body = toMarkdown(parseDocument(article.body));
    return `${frontMatter(article, context.section)}\n${withPaths(body, context)}`;
  },
};

/** A figure's line, which no other text can begin like: an unescaped `![` with one of our own addresses. */
const figureLine = /^([>\s\d.*-]*!\[(?:[^\]\\]|\\.)*\]\()<asset:([0-9a-f]{64})>/gmu;

function withPaths(body: string, { assetPath }: ExportContext): string {
  return body.replace(figureLine, (line, start: string, asset: string) => {
    const path = assetPath(asset);
    return path === null ? line : `${start}${path}`;
  });
}
