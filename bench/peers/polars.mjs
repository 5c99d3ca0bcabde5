// SPDX-License-Identifier: BSL-1.0
// node polars.mjs FOLDER RUNS: Polars through its SQL, one thread if POLARS_MAX_THREADS is 1.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { allColumns, columns, folder, interventions, measured, where } from './questions.mjs'

const require = createRequire(import.meta.url)
const pl = require('nodejs-polars')

const types = { BOOLEAN: pl.Bool, SMALLINT: pl.Int16, INTEGER: pl.Int32, BIGINT: pl.Int64 }
const since = process.hrtime.bigint()
const people = pl.readCSV(`${folder}/people.csv`,
  { schema: Object.fromEntries(columns.map(([name, type]) => [name, types[type]])) })
const load = Number(process.hrtime.bigint() - since) / 1e9

const context = pl.SQLContext({ people })
const rows = sql => context.execute(sql, { eager: true }).rows()
const one_by_one = condition => interventions.map(([, sql]) => Number(rows(where(condition(sql)))[0][0]))
const yes = sql => sql, no = sql => `NOT ${sql}`
const forms = [
  await measured('a column of answers for each rule', 'no and yes', () => {
    const answers = context.execute(allColumns, { eager: true })
    // What is timed ends with the columns; they are counted once, afterwards.
    return () => {
      const known = answers.columns.map(name => answers.height - answers.getColumn(name).nullCount())
      const met = answers.columns.map(name => Number(answers.getColumn(name).cast(pl.Int32).sum() ?? 0))
      return [met, known.map((count, at) => count - met[at])]
    }
  }),
  await measured('one query, counts of all rules', 'no and yes', () => {
    const counts = interventions.flatMap((_, at) => [`SUM(CAST(q${at} AS INTEGER)) AS y${at}`, `COUNT(q${at}) AS k${at}`])
    const [row] = rows(`SELECT ${counts.join(', ')} FROM (${allColumns}) AS answers`).map(one => one.map(Number))
    const met = row.filter((_, at) => at % 2 === 0)
    return [met, met.map((count, at) => row[2 * at + 1] - count)]
  }),
  await measured('a WHERE for each rule', 'yes', () => [one_by_one(yes)]),
  await measured('two WHEREs for each rule', 'no and yes', () => [one_by_one(yes), one_by_one(no)]),
]
const version = require('nodejs-polars/package.json').version
console.log(JSON.stringify({ engine: 'Polars', version: `nodejs-polars ${version}`, load_seconds: load, forms }))
