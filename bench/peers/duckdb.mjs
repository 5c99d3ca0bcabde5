// SPDX-License-Identifier: BSL-1.0
// node duckdb.mjs FOLDER RUNS: DuckDB, in memory, one thread.
import { DuckDBInstance } from '@duckdb/node-api'
import { allColumns, columns, folder, interventions, measured, where } from './questions.mjs'

const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
const connection = await instance.connect()
const rows = async sql => (await connection.runAndReadAll(sql)).getRows()

const since = process.hrtime.bigint()
await connection.run(`CREATE TABLE people (${columns.map(([name, type]) => `"${name}" ${type}`).join(', ')})`)
await connection.run(`COPY people FROM '${folder}/people.csv' (HEADER, NULLSTR '')`)
const load = Number(process.hrtime.bigint() - since) / 1e9

const one_by_one = async condition => {
  const found = []
  for (const [, sql] of interventions) found.push(Number((await rows(where(condition(sql))))[0][0]))
  return found
}
const yes = sql => sql, no = sql => `NOT ${sql}`
const forms = [
  await measured('a WHERE for each rule', 'yes', async () => [await one_by_one(yes)]),
  await measured('two WHEREs for each rule', 'no and yes', async () => [await one_by_one(yes), await one_by_one(no)]),
  await measured('one query, counts of all rules', 'no and yes', async () => {
    const counts = interventions.flatMap((_, at) => [`count(*) FILTER (q${at})`, `count(*) FILTER (NOT q${at})`])
    const [row] = await rows(`SELECT ${counts.join(', ')} FROM (${allColumns})`)
    return [0, 1].map(rail => row.filter((_, at) => at % 2 === rail).map(Number))
  }),
]
const [[version]] = await rows('SELECT version()')
console.log(JSON.stringify({ engine: 'DuckDB', version, load_seconds: load, forms }))
