/**
 * Electron's `fs` takes a file that ends with `.asar` for a folder with what is packed in it: it cannot be written or
 * removed so. Whatever `work` does with files is done with them as they are; it must be over when it returns.
 */
export function onPlainFiles<Result>(work: () => Result): Result {
  const { noAsar } = process;
  process.noAsar = true;
  try {
    return work();
  } finally {
    process.noAsar = noAsar;
  }
}
