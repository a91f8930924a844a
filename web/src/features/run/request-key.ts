/** The same request gets the same key, so that it is one run however often it is sent; another request another. */
export function requestKeys(): (asked: object) => string {
  const keys = new Map<string, string>();
  return (asked) => {
    const text = JSON.stringify(asked);
    const key = keys.get(text) ?? newKey();
    keys.set(text, key);
    return key;
  };
}

/** Works without a secure context, as on a local network. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
