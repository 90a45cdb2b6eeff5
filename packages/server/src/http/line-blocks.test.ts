import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LineBlock, lineBlocks } from './line-blocks.ts'

interface Line {
  readonly number: number
  readonly text: string
  readonly fault?: string
}

async function* inParts(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += size) yield Buffer.from(bytes.subarray(from, from + size))
}

async function linesOf(bytes: Buffer | string, partBytes = 1000): Promise<readonly Line[]> {
  const lines: Line[] = []
  for await (const block of lineBlocks(inParts(Buffer.from(bytes as string), partBytes))) {
    const { lines: texts, faults } = block.texts()
    for (const [at, text] of texts.entries()) {
      const fault = faults.get(at)
      lines.push({ number: block.firstLine + at, text, ...(fault === undefined ? {} : { fault }) })
    }
  }
  return lines
}

describe('lineBlocks', () => {
  it('numbers lines from 1 and needs no newline at the end', async () => {
    expect(await linesOf('a\n\nb')).toEqual([
      { number: 1, text: 'a' },
      { number: 2, text: '' },
      { number: 3, text: 'b' },
    ])
  })

  it('leaves a byte order mark out, at the start alone', async () => {
    expect(await linesOf('\ufeffa\n\ufeffb\n')).toEqual([
      { number: 1, text: 'a' },
      { number: 2, text: '\ufeffb' },
    ])
  })

  it('gives nothing for nothing', async () => {
    expect(await linesOf('')).toEqual([])
  })

  it('marks a line that is not UTF-8 and reads the others', async () => {
    const bytes = Buffer.concat([Buffer.from('ä\n'), Buffer.from([0x22, 0xff, 0x22]), Buffer.from('\n😀')])

    expect(await linesOf(bytes)).toEqual([
      { number: 1, text: 'ä' },
      { number: 2, text: '', fault: 'json_invalid' },
      { number: 3, text: '😀' },
    ])
  })

  it.each([
    ['ASCII', 'x'.repeat(65_536), 'x'],
    ['three bytes a character', `€${'€'.repeat(21_844)}x`, 'x'],
  ])('takes 64 KiB of %s as a line, and no byte more', async (_name, longest, more) => {
    const lines = await linesOf(`a\n${longest}\n${longest}${more}\nb\n`, 10_000)

    expect(lines.map(({ number, text, fault }) => [number, text.length, fault])).toEqual([
      [1, 1, undefined],
      [2, longest.length, undefined],
      [3, 0, 'line_too_long'],
      [4, 1, undefined],
    ])
  })

  it.each([
    ['at the end', `a\n${'x'.repeat(5_000_000)}`, [2]],
    ['in the middle', `${'x'.repeat(3_000_000)}\nb`, [1]],
    ['one after another', `${'x'.repeat(700_000)}\n${'x'.repeat(700_000)}\nc`, [1, 2]],
  ])('never holds an endless line %s', async (_name, body, faulty) => {
    const lines = await linesOf(body, 65_536)

    expect(lines.filter(({ fault }) => fault === 'line_too_long').map(({ number }) => number)).toEqual(faulty)
    expect(lines.every(({ text }) => text.length <= 1)).toBe(true)
  })

  it('reads no further than a block and a part beyond what it has given', async () => {
    const line = `${'y'.repeat(79)}\n`
    const part = Buffer.from(line.repeat(800))
    let [read, given, count, mostAhead] = [0, 0, 0, 0]
    const source = async function* () {
      for (let at = 0; at < 250; at += 1) {
        read += part.length
        mostAhead = Math.max(mostAhead, read - given)
        yield part
      }
    }

    for await (const block of lineBlocks(source())) {
      const { lines } = block.texts()
      expect(lines.length).toBeLessThanOrEqual(5000)
      count += lines.length
      given += lines.length * line.length
    }

    expect(count).toBe(200_000)
    expect(mostAhead).toBeLessThan(1_000_000)
  })
})

describe('the objects of a block', () => {
  const piece = fc.constantFrom(
    '{"a":1}',
    '{}',
    '{"a":"}',
    '{',
    '}',
    '"',
    ',',
    '"x"',
    ':1',
    '[',
    ']',
    ' ',
    '\r',
    '0',
    'ü',
  )
  const text = fc.array(
    fc.array(piece, { maxLength: 4 }).map(pieces => pieces.join('')),
    { maxLength: 6 },
  )

  it('are what each line says alone, or nothing', async () => {
    await fc.assert(
      fc.asyncProperty(text, async lines => {
        for await (const block of lineBlocks(inParts(Buffer.from(lines.join('\n')), 7))) {
          const objects = block.objects()
          const texts = block.texts().lines.filter(line => line.trim() !== '')
          if (objects !== null) expect(objects).toEqual(texts.map(line => JSON.parse(line)))
        }
      }),
      { numRuns: 3000 },
    )
  })

  it.each([
    ['{"a":1}\n{"a":2}\r\n{"a":"ü"}', [{ a: 1 }, { a: 2 }, { a: 'ü' }]],
    ['{"a":1},{"a":2}\n{}', null],
    ['{"a":"x}\n{","b":"y"}', null],
    ['{"a":\n1}', null],
    ['{"a":"\\ud800"}', null],
    ['{"a":1}\n\n{"a":2}', null],
  ])('of %j are %j', async (body, objects) => {
    const blocks = lineBlocks(inParts(Buffer.from(body), 9))
    const { value: block } = (await blocks.next()) as { value: LineBlock }

    expect(block.objects()).toEqual(objects)
    expect(block.texts().lines.join('\n')).toBe(body)
  })
})
