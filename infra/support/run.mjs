import { spawn } from 'node:child_process'

/** A program that ended with another code than 0; `output` is what it had printed. */
export class ProgramFailed extends Error {
  constructor(command, code, output) {
    super(`${command} ended with code ${code}`)
    this.code = code
    this.output = output
  }
}

/** Runs a program quietly and gives what it printed. @throws ProgramFailed */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (text) => {
        output += text
      })
    }
    child.on('error', (error) => reject(new ProgramFailed(command, error.code ?? 1, String(error))))
    child.on('close', (code, signal) => {
      if (code === 0) resolve(output)
      else reject(new ProgramFailed(command, code ?? signal, output))
    })
  })
}

/**
 * Runs a program in the foreground, hands it the signals this process receives and resolves to its exit code.
 * It gets a channel to this process: when that breaks (kill -9), a program that listens can stop itself.
 */
export function foreground(command, args, options = {}) {
  const stdio = options.channel ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit'
  const child = spawn(command, args, { stdio, env: options.env ?? process.env, cwd: options.cwd })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(signal ? 128 + signalNumber(signal) : (code ?? 1)))
  })
}

function signalNumber(signal) {
  return { SIGHUP: 1, SIGINT: 2, SIGKILL: 9, SIGTERM: 15 }[signal] ?? 1
}
