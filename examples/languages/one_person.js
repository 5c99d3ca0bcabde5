// SPDX-License-Identifier: BSL-1.0

// What one person may be proposed, and why, from Node.js with koffi.
//
// node one_person.js libfinsam_c.so PLAN

const fs = require('node:fs');
const koffi = require('koffi');

const done = 0, english = 1;
const [library, planFile] = process.argv.slice(2);
const c = koffi.load(library);
for (const handle of ['plan', 'engine', 'result']) koffi.opaque(`finsam_${handle}`);
const Options = koffi.struct('finsam_options',
    {size: 'size_t', threads: 'size_t', language: 'int32_t', exact: 'int32_t'});

const told = '_Out_ finsam_result **result';
const parsePlan = c.func(
    `int32_t finsam_parse_plan(const uint8_t *, size_t, _Out_ finsam_plan **plan, ${told})`);
const compile = c.func('int32_t finsam_compile(finsam_plan *, const char *, size_t, '
    + `_Out_ finsam_engine **engine, ${told})`);
const assess = c.func('int32_t finsam_assess(finsam_engine *, const uint8_t *, size_t, '
    + `finsam_options *, ${told})`);
const textOf = c.func(
    'int32_t finsam_text_of(finsam_result *, _Out_ const char **text, _Out_ size_t *length)');
const freePlan = c.func('int32_t finsam_free_plan(finsam_plan *)');
const freeEngine = c.func('int32_t finsam_free_engine(finsam_engine *)');
const freeResult = c.func('int32_t finsam_free_result(finsam_result *)');

/** The document of a call; what it holds when something is wrong is thrown. */
function ask(call, ...args) {
    const result = [null], text = [null], length = [0];
    const status = call(...args, result);
    textOf(result[0], text, length);
    freeResult(result[0]);
    const document = JSON.parse(text[0]); // koffi has copied it
    if (status !== done) throw Object.assign(new Error('refused'), document);
    return document;
}

/** The handle that a call makes. */
function make(call, ...args) {
    const handle = [null];
    ask(call, ...args, handle);
    return handle[0];
}

/** A text as the library takes it: bytes, and how many. */
function given(text) {
    const bytes = Buffer.from(text);
    return [bytes, bytes.length];
}

const plan = make(parsePlan, ...given(fs.readFileSync(planFile)));
const engine = make(compile, plan, '2022-03-01', 10);
freePlan(plan); // the engine has its own

const someone = {municipality: '0138', birth_date: '1999-05-05', disability: true,
                 support_from: ['region', 'public_employment_service'], in_work: false};
const options = {size: koffi.sizeof(Options), threads: 0, language: english, exact: 0};
for (const one of ask(assess, engine, ...given(JSON.stringify(someone)), options).interventions) {
    console.log(`${one.id}: ${one.answer}`);
    for (const {text, cite} of one.reasons) console.log(`  ${text}` + (cite ? ` (${cite})` : ''));
}

try {
    ask(assess, engine, ...given('{"birth_dat": "1999-05-05"}'), null);
} catch (refused) {
    if (!refused.diagnostics) throw refused;
    for (const one of refused.diagnostics)
        console.log(`${one.line}:${one.column}: ${one.message}; ${one.hint}`);
}
freeEngine(engine);
