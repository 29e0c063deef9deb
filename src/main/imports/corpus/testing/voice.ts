/** What a site in one language prints around its stories. */
export interface Furniture {
  readonly site: string;
  readonly home: string;
  /** The sections of its menu; a story's own is one of them. */
  readonly menu: readonly string[];
  readonly skip: string;
  readonly login: string;
  /** A byline and a date, `%` for the name. */
  readonly by: string;
  readonly date: string;
  readonly updated: string;
  readonly readTime: string;
  readonly share: string;
  readonly related: string;
  /** Headlines of other stories, with the teaser and author of the first. */
  readonly others: readonly [string, string, string];
  readonly teaser: string;
  readonly otherAuthor: string;
  readonly newsletter: string;
  readonly comments: string;
  readonly commenter: string;
  readonly comment: string;
  readonly rights: string;
  /** Before a photographer's name, such as "Photo:". */
  readonly credit: string;
  /** What the last step of a breadcrumb says instead of the headline. */
  readonly article: string;
  readonly tagLabel: string;
  readonly role: string;
}

export interface Story {
  readonly headline: string;
  readonly standfirst: string;
  readonly section: string;
  readonly author: string;
  readonly crosshead: string;
  /** The story in paragraphs of normal length; all of them must be found. */
  readonly prose: readonly string[];
  readonly caption: string;
  readonly tags: readonly string[];
}

export interface Voice {
  /** BCP 47. */
  readonly language: string;
  readonly furniture: Furniture;
  readonly stories: readonly Story[];
}
