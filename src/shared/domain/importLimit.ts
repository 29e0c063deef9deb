/** The most bytes that a file to import may have, its images included. */
export const IMPORT_LIMIT = 20 * 1024 * 1024;
