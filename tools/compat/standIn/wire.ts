import { factsOf } from './cdp';

/** What JSON has no form for is marked by `$`: `u` undefined, `b` bytes, `n` a number, `o` an object with a `$`. */
export const encode = (value: unknown): string => JSON.stringify(marked(value));

export const decode = (text: string): unknown => unmarked(JSON.parse(text));

function marked(value: unknown): unknown {
  if (value === undefined) return { $: 'u' };
  if (typeof value === 'number' && !Number.isFinite(value)) return { $: 'n', v: String(value) };
  if (ArrayBuffer.isView(value)) {
    const { buffer, byteOffset, byteLength } = value;
    return { $: 'b', v: Buffer.from(buffer, byteOffset, byteLength).toString('base64') };
  }
  if (Array.isArray(value)) return value.map(marked);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.fromEntries(Object.entries(value).map(([key, field]) => [key, marked(field)]));
  return '$' in fields ? { $: 'o', v: fields } : fields;
}

function unmarked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unmarked);
  if (typeof value !== 'object' || value === null) return value;
  const fields = factsOf(value);
  const { $, v } = fields;
  if ($ === 'u') return undefined;
  if ($ === 'n') return Number(v);
  if ($ === 'b') return new Uint8Array(Buffer.from(String(v), 'base64'));
  const own = $ === 'o' ? factsOf(v) : fields;
  return Object.fromEntries(Object.entries(own).map(([key, field]) => [key, unmarked(field)]));
}
