/** Gives a font another name: pictures in pixels ask for each font by a name of its own, so that none can stand in for another. */

type Table = { readonly tag: string; readonly bytes: Uint8Array }

const align = (length: number): number => (length + 3) & ~3

/** Tables of an OpenType file (OpenType 1.9, "Organization of an OpenType Font"). */
function tablesOf(font: Uint8Array): readonly Table[] {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  return Array.from({ length: view.getUint16(4) }, (_, i) => {
    const at = 12 + i * 16
    const [start, length] = [view.getUint32(at + 8), view.getUint32(at + 12)]
    return { tag: String.fromCharCode(...font.subarray(at, at + 4)), bytes: font.subarray(start, start + length) }
  })
}

/** A `name` table with the family (id 1), the style (2), the whole name (4) and the PostScript name (6), all in Windows Unicode English. */
function nameTable(name: string): Uint8Array {
  const texts = [[1, name], [2, 'Regular'], [4, name], [6, name]] as const
  const storage = 6 + texts.length * 12
  const bytes = new Uint8Array(storage + texts.reduce((sum, [, text]) => sum + text.length * 2, 0))
  const view = new DataView(bytes.buffer)
  view.setUint16(2, texts.length)
  view.setUint16(4, storage)
  let offset = 0
  for (const [i, [id, text]] of texts.entries()) {
    for (const [field, value] of [3, 1, 0x409, id, text.length * 2, offset].entries()) view.setUint16(6 + i * 12 + field * 2, value)
    for (let j = 0; j < text.length; j++) view.setUint16(storage + offset + j * 2, text.charCodeAt(j))
    offset += text.length * 2
  }
  return bytes
}

function checksum(bytes: Uint8Array): number {
  let sum = 0
  for (let i = 0; i < bytes.length; i++) sum = (sum + ((bytes[i] ?? 0) << (24 - (i % 4) * 8))) >>> 0
  return sum
}

/** The same font under another name, in ASCII. The tables keep their order; check sums are right for each table. */
export function renamed(font: Uint8Array, name: string): Uint8Array {
  const tables = tablesOf(font).map((table) => (table.tag === 'name' ? { tag: table.tag, bytes: nameTable(name) } : table))
  const head = 12 + tables.length * 16
  const made = new Uint8Array(tables.reduce((sum, { bytes }) => sum + align(bytes.length), head))
  const view = new DataView(made.buffer)
  made.set(font.subarray(0, 12))
  let start = head
  for (const [i, { tag, bytes }] of tables.entries()) {
    made.set([...tag].map((letter) => letter.charCodeAt(0)), 12 + i * 16)
    for (const [field, value] of [checksum(bytes), start, bytes.length].entries()) view.setUint32(16 + i * 16 + field * 4, value)
    made.set(bytes, start)
    start += align(bytes.length)
  }
  return made
}
