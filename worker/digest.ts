/** Digests of what is sent (RFC 9530): on types that the platform sends as they are. Compressed, a representation is another one. */

/** Text, JSON, XML and SVG are compressed on the way; these are not. */
const SENT_AS_THEY_ARE: readonly string[] = [
  'text/csv', 'application/x-ndjson', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.apache.parquet', 'application/zip', 'image/png', 'application/x-bibtex', 'application/x-research-info-systems',
]

const bytesOf = (body: string | Uint8Array<ArrayBuffer>): BufferSource =>
  (typeof body === 'string' ? new TextEncoder().encode(body) : body)

/** The `Repr-Digest` header of a body of this type; nothing for types that are compressed. */
export async function digestOf(mediaType: string, body: string | Uint8Array<ArrayBuffer>): Promise<Record<string, string>> {
  if (!SENT_AS_THEY_ARE.includes(mediaType.split(';')[0] ?? '')) return {}
  const sha256 = new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(body)))
  return { 'Repr-Digest': `sha-256=:${btoa(String.fromCharCode(...sha256))}:` }
}
