/** An archive as yauzl opens it: it checks sizes, and every byte is checked against the sum that is stored with it. */
import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import { fromBuffer, type Entry } from 'yauzl'

export type Unpacked = { readonly name: string; readonly text: string; readonly date: string }

/** The date that is written, without a clock's zone: bits of year, month and day as DOS had them. */
const dateOf = ({ lastModFileDate: bits }: Entry): string =>
  `${1980 + (bits >> 9)}-${String((bits >> 5) & 15).padStart(2, '0')}-${String(bits & 31).padStart(2, '0')}`

/** Files of an archive by name, in its order. Rejects on damage. */
export const unpacked = (bytes: Uint8Array): Promise<Readonly<Record<string, Unpacked>>> => new Promise((resolve, reject) => {
  const files: Record<string, Unpacked> = {}
  fromBuffer(Buffer.from(bytes), { lazyEntries: true, strictFileNames: true }, (error, archive) => {
    if (error) return reject(error)
    archive.on('error', reject).on('end', () => resolve(files)).on('entry', (entry: Entry) => {
      archive.openReadStream(entry, (broken, stream) => {
        if (broken) return reject(broken)
        buffer(stream).then((content) => {
          if (crc32(content) !== entry.crc32) return reject(new Error(`${entry.fileName} is damaged`))
          files[entry.fileName] = { name: entry.fileName, text: content.toString('utf8'), date: dateOf(entry) }
          archive.readEntry()
        }, reject)
      })
    })
    archive.readEntry()
  })
})
