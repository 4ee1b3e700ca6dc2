import { parentPort } from 'node:worker_threads'
import { HansaError } from '@hansa/domain/errors'
import { IndexServer } from './index-server.ts'
import type { WorkerReply, WorkerRequest } from './protocol.ts'

let server: IndexServer | null = null

function answer(request: WorkerRequest): unknown {
  if (request.method === 'open') {
    server?.save()
    server = new IndexServer(...request.args)
    return null
  }
  if (!server) throw new Error('The search worker was asked before it was opened')
  switch (request.method) {
    case 'apply':
      return server.apply(...request.args)
    case 'beginRebuild':
      return server.beginRebuild()
    case 'fillRebuild':
      return server.fillRebuild(...request.args)
    case 'finishRebuild':
      return server.finishRebuild(...request.args)
    case 'abandonRebuild':
      return server.abandonRebuild()
    case 'search':
      return server.search(...request.args)
    case 'facetSearch':
      return server.facetSearch(...request.args)
    case 'health':
      return server.health()
    case 'save':
      return server.save()
  }
}

parentPort?.on('message', (request: WorkerRequest) => {
  const reply = (message: WorkerReply) => parentPort?.postMessage(message)
  try {
    reply({ call: request.call, value: answer(request) })
  } catch (error) {
    const failure = error instanceof HansaError ? error.message : `The search engine failed: ${String(error)}`
    reply({ call: request.call, failure })
  }
})
