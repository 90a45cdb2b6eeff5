import { expect, it } from 'vitest'
import { MOST_PAGE_ROWS, MOST_READ_ROWS } from '../event-rows.ts'
import type { DuckDbPort } from './duckdb-port.ts'
import { exportRows } from './export-rows.ts'
import type { RowsRequest } from './worker-calls.ts'

/** Conversions without end; counts what it is asked for. */
function endlessPort() {
  const requests: RowsRequest[] = []
  const call = async (_: string, request: RowsRequest) => {
    requests.push(request)
    const rows = Array.from({ length: request.most }, (_, row) => ({ userId: `user-${request.after! + row}` }))
    return { page: { kind: 'conversions', rows }, next: request.after + rows.length, until: 1e12, removals: '' }
  }
  return { requests, port: { call, terminate: async () => {} } as DuckDbPort }
}

it('rows are read when their pages are taken, not before', async () => {
  const { requests, port } = endlessPort()
  const pages = exportRows(port, 'e')
  const pagesOfARead = MOST_READ_ROWS / MOST_PAGE_ROWS

  const reads: number[] = []
  for (let taken = 0; taken < 3 * pagesOfARead; taken += 1) {
    const { value } = await pages.next()
    expect(value!.rows.length).toBeLessThanOrEqual(MOST_PAGE_ROWS)
    await new Promise(resolve => setTimeout(resolve, 5))
    reads.push(requests.length)
  }

  expect(reads).toEqual(Array.from({ length: 3 * pagesOfARead }, (_, at) => Math.floor(at / pagesOfARead) + 1))
  expect(requests.map(({ after }) => after)).toEqual([0, MOST_READ_ROWS, 2 * MOST_READ_ROWS])
  expect(new Set(requests.map(({ most }) => most))).toEqual(new Set([MOST_READ_ROWS]))
})
