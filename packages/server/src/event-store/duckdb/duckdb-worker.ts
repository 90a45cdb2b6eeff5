import { type MessagePort, parentPort } from 'node:worker_threads'
import { answerCall } from './answer-call.ts'
import type { WorkerRequest } from './worker-calls.ts'

const port: MessagePort | null = parentPort
if (port === null) throw new Error('This script runs in a worker thread only.')

port.on('message', async (message: WorkerRequest) => {
  const { id } = message
  try {
    const reply = await answerCall(message, part => {
      port.postMessage(
        { id, part },
        [part.keys, part.details, part.textBytes, part.textEnds].map(({ buffer }) => buffer),
      )
    })
    port.postMessage({ id, reply })
  } catch (error) {
    port.postMessage({ id, error: error instanceof Error ? error.message : String(error) })
  }
})
