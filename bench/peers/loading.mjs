// SPDX-License-Identifier: BSL-1.0
// node loading.mjs ENGINE FILE RUNS: the CSV file of words and dates as a table of the engine's own, one thread; the seconds of each run.
import { createRequire } from 'node:module'

const [, , engine, file, runs] = process.argv

const loaders = {
  async duckdb() {
    const { DuckDBInstance } = await import('@duckdb/node-api')
    const instance = await DuckDBInstance.create(':memory:', { threads: '1' })
    const connection = await instance.connect()
    return async () => {
      await connection.run(`CREATE OR REPLACE TABLE people AS SELECT * FROM read_csv('${file}', header = true)`)
      const rows = (await connection.runAndReadAll('SELECT count(*) FROM people')).getRows()
      return Number(rows[0][0])
    }
  },
  async polars() {
    const pl = createRequire(import.meta.url)('nodejs-polars')
    return async () => pl.readCSV(file, { tryParseDates: true, inferSchemaLength: 10000 }).height
  },
}

const load = await loaders[engine]()
const seconds = []
let people = 0
for (let run = 0; run < Number(runs); ++run) {
  const since = process.hrtime.bigint()
  people = await load()
  seconds.push(Number(process.hrtime.bigint() - since) / 1e9)
}
console.log(JSON.stringify({ people, seconds }))
