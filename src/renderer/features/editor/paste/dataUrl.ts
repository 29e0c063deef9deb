/** The bytes of a `data:` address (RFC 2397), or null for one that is none or is broken. */
export function bytesOfDataUrl(address: string): Uint8Array<ArrayBuffer> | null {
  const [, parameters = '', data] = /^data:([^,]*),([^]*)$/i.exec(address) ?? [];
  if (data === undefined) return null;
  try {
    const binary = /;\s*base64\s*$/i.test(parameters) ? atob(unescaped(data)) : unescaped(data);
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

/** Each `%41` as the character of that byte. */
function unescaped(data: string): string {
  if (!data.includes('%')) return data;
  return data.replace(/%([\da-f]{2})/gi, (_escape, code: string) => String.fromCharCode(parseInt(code, 16)));
}
