/** Digests of what is sent (RFC 9530): on types that the platform sends as they are. Compressed, a representation is another one. */

/** Text, JSON, XML and SVG are compressed on the way; these are not. */
const SENT_AS_THEY_ARE: readonly string[] = [
  'text/csv', 'application/x-ndjson', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.apache.parquet', 'application/zip', 'image/png', 'application/x-bibtex', 'application/x-research-info-systems',
]

const bytesOf = (body: string | Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> =>
  (typeof body === 'string' ? new Uint8Array(new TextEncoder().encode(body)) : body)

/** Whether the platform sends bodies of a media type as they are. */
export const isSentAsItIs = (mediaType: string): boolean => SENT_AS_THEY_ARE.includes(mediaType.split(';')[0] ?? '')

/** Digest and length of a body of this type, so that HEAD tells both; nothing for types that are compressed. */
export async function digestOf(mediaType: string, body: string | Uint8Array<ArrayBuffer>): Promise<Record<string, string>> {
  if (!isSentAsItIs(mediaType)) return {}
  const bytes = bytesOf(body)
  const sha256 = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return { 'Repr-Digest': `sha-256=:${btoa(String.fromCharCode(...sha256))}:`, 'Content-Length': String(bytes.length) }
}
