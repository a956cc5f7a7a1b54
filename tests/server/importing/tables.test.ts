import fc from 'fast-check'
import { readRegister } from '../../../src/core/importing/register'
import { tablesIn } from '../../../src/server/importing/tables'
import { csvOf, templateTables, workbookOf } from '../../../src/server/importing/template'
import { house, STREET_ROWS, streetFile, tableOf } from './files'

/** Bytes of a pair, by asking the decoder for every pair once: Node has no encoder for GBK. */
const PAIRS = new Map<string, [number, number]>()
for (let lead = 0x81; lead <= 0xfe; lead += 1)
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    if (trail === 0x7f) continue
    const letter = new TextDecoder('gbk').decode(Uint8Array.of(lead, trail))
    if (letter.length === 1 && !PAIRS.has(letter)) PAIRS.set(letter, [lead, trail])
  }
const gbk = (text: string): Uint8Array =>
  Uint8Array.from([...text].flatMap((letter) => PAIRS.get(letter) ?? [letter.charCodeAt(0)]))

const buildings = tableOf('buildings', [house(1), house(2)])
const csv = csvOf(buildings.rows)
const plain = csv.toString('utf8').replace(/^\ufeff/, '')
const rowsIn = async (bytes: Uint8Array) => {
  const read = await tablesIn({ name: '楼栋.csv', bytes })
  return read.ok ? read.tables[0]?.rows : read.problems
}

test('UTF-8 with and without its mark and GBK read the same', async () => {
  const expected = await rowsIn(csv)
  expect(expected).toHaveLength(3)
  expect(await rowsIn(Buffer.from(plain))).toEqual(expected)
  expect(await rowsIn(gbk(plain))).toEqual(expected)
})

test('a byte lost of a pair is told by row and column', async () => {
  const bytes = gbk(plain)
  const address = gbk('金兴街20号小区2栋')
  const at = Buffer.from(bytes).indexOf(address)
  const lost = new Uint8Array([...bytes.slice(0, at), ...bytes.slice(at + 1)])
  expect(await rowsIn(lost)).toEqual([{ sheet: null, row: 3, column: '地址', problem: 'lossy' }])
})

test('any rows written as .xlsx or .csv are read back as they were', async () => {
  const cell = fc
    .string({ unit: 'grapheme', maxLength: 12 })
    .map((text) => text.replace(/[\p{Cc}\p{Cs}\ufeff\ufffe\uffff]/gu, '').trim())
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      const table = { name: '表', rows: [['甲', '乙', '丙'], ...given.map((row) => [...row])] }
      const byFile = [
        { name: '表.csv', bytes: csvOf(table.rows) },
        { name: '表.xlsx', bytes: await workbookOf([table]) },
      ]
      for (const file of byFile) {
        const read = await tablesIn(file)
        if (!read.ok) throw new Error(JSON.stringify(read))
        const back = read.tables[0]?.rows.map((row) =>
          [0, 1, 2].map((at) => (row[at] ?? '').replace(/^'(?=[=+\-@])/, '')),
        )
        const wanted = table.rows.map((row) => row.map((one) => one.replace(/^'(?=[=+\-@])/, '')))
        // A file does not keep empty rows at its end.
        while (wanted.length > (back?.length ?? 0) && wanted.at(-1)?.every((one) => one === '')) wanted.pop()
        expect([file.name, back?.slice(0, wanted.length)]).toEqual([file.name, wanted])
      }
    }),
    { numRuns: 60 },
  )
})

test('whatever byte of a file is changed, cut out or doubled, it is read or refused, never a surprise', async () => {
  const files = [csv, Buffer.from(gbk(plain)), Buffer.from((await streetFile()).bytes)]
  const tampering = fc.record({
    file: fc.constantFrom(...files),
    place: fc.double({ min: 0, max: 1, noNaN: true }),
    byte: fc.integer({ min: 0, max: 255 }),
    how: fc.constantFrom('change', 'cut', 'double'),
  })
  await fc.assert(
    fc.asyncProperty(tampering, async ({ file, place, byte, how }) => {
      const at = Math.min(file.length - 1, Math.floor(place * file.length))
      const middle = how === 'change' ? [byte] : how === 'cut' ? [] : [file[at] ?? 0, byte]
      const bytes = new Uint8Array([...file.subarray(0, at), ...middle, ...file.subarray(at + 1)])
      const read = await tablesIn({ name: 'a.csv', bytes })
      if (!read.ok) return expect(read.problems.length).toBeGreaterThan(0)
      const { register, problems } = readRegister(read.tables)
      // What is taken in holds no lost characters.
      if (problems.length === 0) expect(JSON.stringify(register)).not.toMatch(/[\ufffd\ue000-\uf8ff]/)
    }),
    { numRuns: 300 },
  )
})

test('a fraction Excel keeps with its binary tail is read as Excel shows it, a whole number as it stands', async () => {
  const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate')
  const book = unzipSync(await workbookOf([{ name: '表', rows: [[1.5, 2]] }]))
  const name = 'xl/worksheets/sheet1.xml'
  const xml = strFromU8(book[name] ?? new Uint8Array())
    .replace('<v>1.5</v>', '<v>98.349999999999994</v>')
    .replace('<v>2</v>', '<v>44130201000100502</v>')
  const bytes = zipSync({ ...book, [name]: strToU8(xml) })
  expect(await rowsIn(bytes)).toEqual([['98.35', '44130201000100502']])
})

test('a file that unfolds to a thousand times its size is refused before it does', async () => {
  const { zipSync } = await import('fflate')
  const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(130 * 1024 * 1024) }, { level: 3 })
  expect(bomb.length).toBeLessThan(1_000_000)
  expect(await tablesIn({ name: 'a.xlsx', bytes: bomb })).toEqual({
    ok: false,
    problems: [{ sheet: null, row: null, column: null, problem: 'too_large' }],
  })
})

test('the template is read without a problem but for what depends on other rows', async () => {
  const read = await tablesIn({ name: '模板.xlsx', bytes: await workbookOf(templateTables()) })
  if (!read.ok) throw new Error('unreadable')
  const { register, problems } = readRegister(read.tables)
  expect(problems).toEqual([])
  expect(Object.values(register).map((rows) => rows.length)).toEqual([1, 1, 1, 1, 1, 1, 1])
  expect(Object.keys(STREET_ROWS)).toHaveLength(7)
})
