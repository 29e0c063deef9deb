import type { LeftOutReason } from '#shared/domain/importReport';

/** Why a piece is not in the story, in words. */
export const leftOutReasons = {
  navigation: 'Navigation',
  promo: 'Promo for another story',
  breadcrumb: 'Breadcrumb',
  repeated_headline: 'Headline again',
  subscription: 'Subscription',
  share_links: 'Share links',
  related: 'Related stories',
  comments: 'Comments',
  ad_mark: 'Ad mark, now an ad slot',
  hashtag_line: 'Hashtags, now chips',
  byline: 'Byline, now a field',
  caption: 'Caption',
  legal: 'Legal text',
  hidden: 'Hidden on the page',
  footer: 'Foot of the page',
  control: 'Buttons and form fields',
  source_comment: 'Comment in the source',
  raw_html: 'HTML that no story holds',
  too_many_hashtags: 'Hashtags over the limit',
  too_long: 'Over a field’s limit',
  unsafe: 'Unsafe',
  other: 'Not part of the story',
} as const satisfies Record<LeftOutReason, string>;
