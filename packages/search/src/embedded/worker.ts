import { type MessagePort, parentPort } from 'node:worker_threads'
import { HansaError } from '@hansa/domain/errors'
import { IndexServer } from './index-server.ts'
import type { WorkerReply, WorkerRequest } from './protocol.ts'

/** Answers the calls of one engine: searches at once, changes one after the other, in slices between the searches. */
function serve(port: MessagePort): void {
  let server: IndexServer | null = null
  const answer = (request: WorkerRequest): unknown => {
    if (request.method === 'open') {
      if (!server?.isFor(request.args[0])) server = new IndexServer(...request.args)
      return null
    }
    if (!server) throw new Error('The search worker was asked before it was opened')
    return dispatch(server, request)
  }
  port.on('message', async (request: WorkerRequest) => {
    const reply = (message: WorkerReply) => port.postMessage(message)
    try {
      reply({ call: request.call, value: await answer(request) })
    } catch (error) {
      const failure =
        error instanceof HansaError ? error.message : `The search engine failed: ${String(error)}`
      reply({ call: request.call, failure })
    }
  })
}

function dispatch(server: IndexServer, request: WorkerRequest): unknown {
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

if (parentPort) serve(parentPort)
