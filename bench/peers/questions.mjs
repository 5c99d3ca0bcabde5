// SPDX-License-Identifier: BSL-1.0
// What the engines that run in Node share: the questions, the queries over them, and the clocks.
import { readFileSync } from 'node:fs'

export const [folder, runs] = [process.argv[2], Number(process.argv[3])]
export const { people, columns, interventions } = JSON.parse(readFileSync(`${folder}/questions.json`))

// A person is counted where SQL's WHERE is true, so `unknown` needs both.
export const where = sql => `SELECT count(*) AS n FROM people WHERE ${sql}`
export const allColumns = `SELECT ${interventions.map(([, sql], at) => `${sql} AS q${at}`).join(', ')} FROM people`

export const counted = (yes, no) => Object.fromEntries(interventions.map(([id], at) =>
  [id, no ? [no[at], people - no[at] - yes[at], yes[at]] : [null, null, yes[at]]]))

const median = of => of.sort((a, b) => a - b)[Math.floor(of.length / 2)]

/** The median of some runs, in nanoseconds a person; `ask` says the counts of yes and, if it gives them, of no. */
export async function measured(form, gives, ask) {
  const wall = [], cpu = []
  let said
  for (let run = 0; run < runs; ++run) {
    const used = process.cpuUsage(), since = process.hrtime.bigint()
    said = await ask()
    wall.push(Number(process.hrtime.bigint() - since))
    const more = process.cpuUsage(used)
    cpu.push((more.user + more.system) * 1000)
  }
  if (typeof said === 'function') said = await said()
  return { form, gives, wall_ns: median(wall) / people, cpu_ns: median(cpu) / people, counts: counted(...said) }
}
