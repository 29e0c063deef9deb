import type { Dress } from './dress';

/** Texts that arrive as Markdown, from a site's source, a notebook or a clipper. */

const byOf = (by: string, name: string): string => by.replace('%', name);

const frontMatter: Dress = ({ story, language }) => ({
  section: story.section,
  source: `---
title: ${JSON.stringify(story.headline)}
author: ${JSON.stringify(story.author)}
category: ${JSON.stringify(story.section)}
tags: [${story.tags.map((tag) => JSON.stringify(tag)).join(', ')}]
lang: ${language}
---

${story.prose.join('\n\n')}
`,
});

const headed: Dress = ({ story, furniture: f }) => ({
  source: `# ${story.headline}

*${byOf(f.by, story.author)}*

${story.prose.slice(0, 2).join('\n\n')}

## ${story.crosshead}

${story.prose.slice(2).join('\n\n')}
`,
});

const underlined: Dress = ({ story, furniture: f }) => ({
  source: `${story.headline}
==========

${byOf(f.by, story.author)} | ${f.date}

${story.prose.join('\n\n')}

${story.tags.map((tag) => `\\#${tag.replaceAll(' ', '')}`).join(' ')}
`,
});

export const markdownPages = { frontMatter, headed, underlined } as const satisfies Record<string, Dress>;
