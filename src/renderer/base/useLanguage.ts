import { useQuery } from '@tanstack/react-query';

/** The language (BCP 47) of a text: the one set, or else the one recognised; empty until that is known. */
export function useLanguage(set: string, words: string): string {
  const guessed = useQuery({
    queryKey: ['language', words],
    // The detector is loaded with the first text, not during start-up.
    queryFn: async () => (await import('#shared/document/language')).guessLanguage(words),
    enabled: set === '',
    gcTime: 0,
  }).data;
  return set || (guessed ?? '');
}
