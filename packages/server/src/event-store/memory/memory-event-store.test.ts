import { describe } from 'vitest'
import { describeEventStore } from '../event-store.case.ts'
import { type MemoryShelf, openMemoryEventStore } from './memory-event-store.ts'

describe('the memory event store', () => {
  describeEventStore(() => {
    const shelf: MemoryShelf = new Map()
    return { open: async () => openMemoryEventStore(shelf) }
  })
})
