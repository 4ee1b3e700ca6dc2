import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { foreground, ProgramFailed, run } from './run.mjs'
import { say } from './say.mjs'
import { root, toolEnv } from './toolchain.mjs'

const vitest = join(root, 'node_modules/vitest/vitest.mjs')

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** Names of the tests that did not run, with their file. */
function skippedTests(report) {
  return report.testResults.flatMap((file) =>
    file.assertionResults
      .filter((test) => !['passed', 'failed'].includes(test.status))
      .map((test) => `${relative(root, file.name)}: ${test.fullName}`),
  )
}

/** A file that could not even be loaded fails without a failed test in it. */
function brokenFiles(report) {
  return report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
}

/**
 * Runs vitest with the arguments and adds up what happened.
 * @returns {Promise<{ passed: number, failed: number, skipped: string[] }>}
 */
export async function runVitest(node, args, env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'hansa-vitest-'))
  const file = join(folder, 'report.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const code = await foreground(node, [vitest, 'run', ...reporters, ...args], {
      cwd: root,
      env: { ...toolEnv, ...env },
    })
    const report = readReport(file)
    if (!report) return { passed: 0, failed: 1, skipped: [] }
    const failed = report.numFailedTests + brokenFiles(report)
    // An error outside of any test fails the run without a failed test.
    return {
      passed: report.numPassedTests,
      failed: code === 0 ? failed : Math.max(1, failed),
      skipped: skippedTests(report),
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Lists the tests that match the arguments without running them. */
export async function listTests(node, args, env = {}) {
  try {
    const output = await run(node, [vitest, 'list', '--json', ...args], {
      cwd: root,
      env: { ...toolEnv, ...env },
    })
    return JSON.parse(output.slice(output.indexOf('['))).map(
      (test) => `${relative(root, test.file)}: ${test.name}`,
    )
  } catch (error) {
    if (!(error instanceof ProgramFailed)) throw error
    say(error.output)
    return []
  }
}
