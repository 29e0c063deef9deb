import type { Article } from '#shared/domain/article';
import type { ImportReport, ImportSummary } from '#shared/domain/importReport';
import type { Section } from '#shared/domain/section';
import { parseDocument } from '#shared/document/document';
import { adSlotsOf, crossheadsOf } from '#shared/document/outline';

/** The figures of an article as it stands, and of what its import left out. */
export function summarise(
  article: Article,
  report: ImportReport,
  sections: readonly Section[],
): ImportSummary {
  const { id, headline, sectionId, hashtags, wordCount } = article;
  const body = parseDocument(article.body);
  return {
    id,
    headline,
    section: sections.find((section) => section.id === sectionId)?.name ?? null,
    hashtags: [...hashtags],
    adSlots: adSlotsOf(body).length,
    crossheads: crossheadsOf(body).length,
    words: wordCount,
    leftOut: report.leftOut.length,
  };
}
