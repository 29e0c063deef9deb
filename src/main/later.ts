/** Does work with something that may not stand yet. */
export type Later<It> = (work: (it: It) => unknown) => void;

/** Does what is asked once it stands, and at once from then on. Whoever awaits it is told when it never does. */
export function onceIt<It extends object>(stands: Promise<It>): Later<It> {
  let standing: It | null = null;
  const known = stands.then(
    (it) => (standing = it),
    () => null,
  );
  return (work) => {
    if (standing) work(standing);
    else void known.then((it) => it && work(it));
  };
}
