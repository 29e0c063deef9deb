import { setImmediate as nextTurn } from 'node:timers/promises';
import { z } from 'zod';
import { picturesOf } from '#shared/document/outline';
import type { AssetHash } from '#shared/domain/asset';
import { fromHtml } from '#shared/document/fromHtml';
import { say } from '#shared/language/say';
import { PageTooLarge } from '../../../dom/pageLimits';
import type { AdapterOf, Connection, OutgoingPost, PreparedPost, SiteAccess } from '../../adapter';
import type { SentOnce } from '../../deliver/once';
import { postTooLarge } from '../../siteFailure';
import { enumerated, listed, quoted } from '#shared/language/formats';
import { toBlocks, unknownBlocks } from './blocks';
import { createWordPressClient, type WordPressClient } from './client';
import { decodeEntities, escapeField, plainField } from './entities';
import { findOrUpload, hashBeginning, type RemoteImage } from './media';
import {
  createPost,
  findPost,
  findPosts,
  readPost,
  restorePost,
  revisionsBetween,
  updatePost,
} from './posts';
import { postDom } from './postDom';
import { findOrMakeCategory, findOrMakeTags, NO_TERMS, type Terms, termNames } from './terms';

/** WordPress 5.6 and later, over its REST interface with an application password. */
export function createWordPress(access: SiteAccess, connection: Connection): AdapterOf<'wordpress'> {
  const client = createWordPressClient(access, connection);
  const { sentOnce } = connection;
  return {
    check: async () => check(client),
    prepare: async (post) => prepare(client, sentOnce, post),
    create: async (snapshot, mark) => createPost(client, snapshot, mark),
    update: async ({ remoteId }, snapshot, mark) => updatePost(client, remoteId, snapshot, mark),
    restore: async (remoteId) => restorePost(client, remoteId),
    read: async (remoteId) => readPost(client, remoteId),
    find: async (mark) => findPost(client, mark),
    findAll: async (mark) => findPosts(client, mark),
    revisionsBetween: async (remoteId, after, before) => revisionsBetween(client, remoteId, after, before),
    names: async (kind, ids) => termNames(client, kind === 'sections' ? 'categories' : 'tags', ids),
    toDocument,
    ownImage: hashBeginning,
    plain: plainField,
  };
}

const me = z.object({ name: z.string() });
const index = z.object({ name: z.string() });

async function check(client: WordPressClient): Promise<{ readonly name: string }> {
  await client.get(me, 'wp/v2/users/me', { context: 'edit', _fields: 'name' });
  const { name } = await client.get(index, '', { _fields: 'name' });
  return { name: decodeEntities(name) };
}

async function prepare(
  client: WordPressClient,
  sentOnce: SentOnce,
  post: OutgoingPost,
): Promise<PreparedPost> {
  const tags = await findOrMakeTags(client, post.hashtags);
  const category = post.section ? await findOrMakeCategory(client, post.section) : NO_TERMS;
  const images = await uploadImages(client, sentOnce, post);
  return {
    snapshot: {
      headline: escapeField(post.headline),
      standfirst: escapeField(post.standfirst),
      slug: post.slug,
      content: toBlocks(post.body, images.found, post.direction),
      sections: post.section === undefined || isMissing(category) ? null : category.ids,
      hashtags: tags.ids,
    },
    notes: [...images.notes, ...sectionNotes(category), ...tagNotes(tags)],
  };
}

const isMissing = ({ refused, hidden }: Terms): boolean => refused.length + hidden.length > 0;

const sectionNotes = ({ refused, hidden, unlisted }: Terms): readonly string[] => [
  ...noteOf(refused, (path) =>
    say('The site has no category for the section “{section}”, and this user is not allowed to create one.', {
      section: path.join(' ▸ '),
    }),
  ),
  ...noteOf(hidden, (path) =>
    say(
      'The site says it has a category for the section “{section}” but does not list it. The post was sent without it.',
      { section: path.join(' ▸ ') },
    ),
  ),
  ...noteOf(unlisted, (names) =>
    say('The site does not list all its categories, so Nutgraf asked for {names} by name.', {
      names: listed(names.map(quoted)),
    }),
  ),
];

const tagNotes = ({ refused, hidden }: Terms): readonly string[] => [
  ...noteOf(refused, (names) =>
    say('This user is not allowed to create these tags on the site: {names}.', { names: enumerated(names) }),
  ),
  ...noteOf(hidden, (names) =>
    say('The site says it has these tags but does not list them: {names}. The post was sent without them.', {
      names: enumerated(names),
    }),
  ),
];

const noteOf = (names: readonly string[], words: (names: readonly string[]) => string): readonly string[] =>
  names.length === 0 ? [] : [words(names)];

interface UploadedImages {
  readonly found: ReadonlyMap<AssetHash, RemoteImage>;
  readonly notes: readonly string[];
}

/** Uploads the document's own images; one whose file is missing from the store is left out, with a note. */
async function uploadImages(
  client: WordPressClient,
  sentOnce: SentOnce,
  { body, image }: OutgoingPost,
): Promise<UploadedImages> {
  const found = new Map<AssetHash, RemoteImage>();
  const notes: string[] = [];
  for (const { asset, alt } of keptPictures(body)) {
    const file = image(asset);
    const there = file && (await findOrUpload(client, sentOnce, file, alt));
    if (there) found.set(asset, there);
    else
      notes.push(
        say('The image “{name}” is missing from the store or damaged, and was left out.', {
          name: alt || asset.slice(0, 16),
        }),
      );
  }
  return { found, notes };
}

function keptPictures(
  body: OutgoingPost['body'],
): readonly { readonly asset: AssetHash; readonly alt: string }[] {
  const kept = new Map<AssetHash, { readonly asset: AssetHash; readonly alt: string }>();
  for (const { asset, alt } of picturesOf(body)) {
    if (asset !== null && !kept.has(asset)) kept.set(asset, { asset, alt });
  }
  return [...kept.values()];
}

/**
 * Reading a post can take up to a second, whatever a site made of it, and searching it another: each in a turn of its
 * own.
 */
async function toDocument(content: string): ReturnType<AdapterOf<'wordpress'>['toDocument']> {
  await nextTurn();
  try {
    const body = fromHtml(content, postDom);
    await nextTurn();
    return { body, unknown: unknownBlocks(content) };
  } catch (thrown) {
    throw thrown instanceof PageTooLarge ? postTooLarge() : thrown;
  }
}
