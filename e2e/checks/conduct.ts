import assert from 'node:assert/strict'
import type { Check } from '../check.ts'

/** Looks back on all pages that were opened before it. */
export const conductCheck: Check = {
  name: 'no page logged an error, broke the content security policy, or called another origin',
  async run({ browser }) {
    assert.deepEqual(browser.faults, [])
  },
}
