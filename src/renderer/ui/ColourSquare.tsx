/** A section's own colour: only ever this small square. */
export function ColourSquare({ colour }: { readonly colour: string | undefined }) {
  return (
    <span
      aria-hidden
      className="inline-block size-2 shrink-0 rounded-[2.5px] bg-line-strong"
      style={colour === undefined ? undefined : { backgroundColor: colour }}
    />
  );
}
