import type { CmsLink } from '#shared/domain/cmsAccount';

/** That a site has more posts of an article than its own one: how that came, what is safe, and what to do. */
export function doubleWords({ remoteId, doubles }: Pick<CmsLink, 'remoteId' | 'doubles'>): string {
  const [one, others] = [doubles.length === 1, doubles.map((post) => `number ${post.remoteId}`).join(', ')];
  return [
    `The site has ${one ? 'a second post' : 'more posts'} of this article: ${others}.`,
    'A send was repeated because its answer was lost, and the site seems to have taken it each time.',
    'Your text is safe here.',
    ...(remoteId === null ? [] : [`Nutgraf goes on with post number ${remoteId}.`]),
    `Open the ${one ? 'second one' : 'others'} on the site, make sure that nobody has worked in ${one ? 'it' : 'them'}, and delete ${one ? 'it' : 'them'} there: Nutgraf deletes nothing on a site.`,
    'This notice goes with the next send after that.',
  ].join(' ');
}
