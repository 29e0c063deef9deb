import { useQuery } from '@tanstack/react-query';
import { hashtagKey, toHashtag } from '#shared/domain/hashtag';
import type { Hashtag } from '#shared/domain/hashtag';
import { bridge } from '#renderer/bridge';

const NONE: readonly Hashtag[] = [];

/** Hashtags in use that begin like what is typed, most used first, without those that the article has. */
export function useHashtagSuggestions(typed: string, taken: readonly Hashtag[]): readonly Hashtag[] {
  const prefix = toHashtag(typed) ?? '';
  const { data } = useQuery({
    queryKey: ['hashtags', prefix],
    queryFn: () => bridge.hashtags.suggest({ prefix }),
    enabled: prefix !== '',
    staleTime: 0,
    placeholderData: (before) => before,
  });
  if (prefix === '' || !data) return NONE;
  const has = new Set(taken.map(hashtagKey));
  return data.map(({ tag }) => tag).filter((tag) => !has.has(hashtagKey(tag)));
}
