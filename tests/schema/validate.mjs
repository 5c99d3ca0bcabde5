// SPDX-License-Identifier: BSL-1.0
//
// node validate.mjs SOURCE FINSAM READER
//
// The committed schemas under a validator that is not ours (ajv, found from the current folder):
// they accept every shipped document, and they refuse what is wrong with the form of a document
// and nothing else, just as the readers do.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';

const Ajv = createRequire(join(process.cwd(), 'package.json'))('ajv/dist/2020').default;
const [source, finsam, reader] = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'finsam-schema-'));
process.on('exit', () => rmSync(scratch, { recursive: true }));

const compile = schema =>
    new Ajv({ allErrors: true, allowUnionTypes: true, strictTypes: true }).compile(schema);
const read = file => readFileSync(join(source, file), 'utf8').replace(/^\uFEFF/, '');
const committed = name => compile(JSON.parse(read(`schemas/${name}.schema.json`)));
const made = (...kind) => compile(JSON.parse(execFileSync(finsam, ['schema', ...kind, '--quiet'])));
const files = (folder, ending) => readdirSync(join(source, folder))
    .filter(name => name.endsWith(ending)).sort().map(name => `${folder}/${name}`);

const of_plan = committed('plan'), of_person = committed('person'), of_cases = committed('cases');

function accepts(schema, value, what) {
    assert.ok(schema(value), `${what}: ${JSON.stringify(schema.errors, null, 1)}`);
}

// What it takes more than the form of a document to see: the text itself, other parts of the
// document, or the act. By code; where only some messages of a code are meant, by them too.
const beyond_form = [
    ['duplicate_key'], ['too_deep'], ['dangling_id'], ['cycle'], ['overlap'], ['not_in_force'], ['not_allowed'],
    ['missing_party'], ['uncovered_area'], ['single_party'], ['personal_number'],
    ['duplicate_id', / is named /],
    ['bad_value', / is not in the association's area| is not after | does not fit where | is not a value of | cannot be a code/],
    ['wrong_kind', / does not fit |, needs /],
];
const is_error = found => found.severity === 'error';
const is_of_form = (found, beyond) => is_error(found) && !beyond.some(
    ([code, message]) => code === found.code && (!message || message.test(found.message)));

const is_in = (inner, outer) => inner === outer || inner.startsWith(`${outer}/`);
const above = pointer => pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')));
const is_about = (refused, told) => is_in(refused, above(told)) || is_in(told, refused);

// The schema and the reader say the same: what is wrong with the form is refused where it is told,
// or beside or above it, and nothing is refused where nothing is told.
function agrees(schema, value, told, what, beyond = beyond_form) {
    const refused = schema(value) ? [] : schema.errors.map(one => one.instancePath);
    const fail = why => assert.fail(`${what}: ${why}\ntold: ${JSON.stringify(told, null, 1)}\n`
        + `refused: ${JSON.stringify(schema.errors, null, 1)}`);
    for (const { pointer } of told.filter(one => is_of_form(one, beyond)))
        if (!refused.some(at => is_about(at, pointer)))
            fail(`nothing is refused at ${pointer}`);
    for (const at of refused)
        if (!told.filter(is_error).some(({ pointer }) => is_about(at, pointer)))
            fail(`nothing is told about ${at}`);
}

const diagnostic = /^\d+:\d+: (?<severity>\w+): (?<code>\w+): (?:(?<pointer>\/\S*): )?(?<message>.*?)(; .*)?$/;
const told_beside = file => read(file.replace(/json$/, 'expected')).trimEnd().split('\n').map(line => {
    const { severity, code, pointer = '', message } = diagnostic.exec(line).groups;
    return { severity, code, pointer, message };
});

// Has every key, every form of a criterion and every comparator.
const everything = 'tests/schema/everything.plan.json';
const shipped_plans = [...files('examples/plans', '.plan.json'), everything, 'tests/documents/lawful.plan.json',
                       'tests/cases/sample.plan.json', 'tests/cases/sample-reserves.plan.json'];
const people_of_plans = [['examples/plans/ostra-sodertorn-2022.plan.json', 'examples/people/ostra-sodertorn.ndjson'],
                         ['tests/cases/sample.plan.json', 'tests/cases/sample.people.ndjson']];
const shipped_cases = [...files('examples/plans', '.cases.json'), ...files('tests/cases', '.cases.json')];

test('every shipped plan is accepted, also in its fixed form', () => {
    const written = join(scratch, 'written.json');
    for (const file of shipped_plans) {
        accepts(of_plan, JSON.parse(read(file)), file);
        execFileSync(finsam, ['check', join(source, file), '--quiet', '--write', written]);
        accepts(of_plan, JSON.parse(readFileSync(written)), `${file}, written`);
    }
});

const lines_of = file => read(file).split('\n').filter(line => line.trim()).map(line => JSON.parse(line));

test('every line of people is accepted, for any plan and for its own', () => {
    for (const people of [...files('examples/people', '.ndjson'), ...files('tests/cases', '.people.ndjson')])
        for (const person of lines_of(people))
            accepts(of_person, person, `${people}, ${person.id}`);
    for (const [plan, people] of people_of_plans) {
        const own = made('people', join(source, plan));
        for (const person of lines_of(people))
            accepts(own, person, `${people}, ${person.id}, for its plan`);
    }
});

test('every file of cases is accepted, for any plan and for its own', () => {
    for (const file of shipped_cases) {
        const cases = JSON.parse(read(file));
        accepts(of_cases, cases, file);
        accepts(made('cases', join(source, file, '..', cases.plan)), cases, `${file}, for its plan`);
    }
});

test('the days of the calendar are dates, and nothing else is', () => {
    const { $defs } = JSON.parse(read('schemas/person.schema.json'));
    const is_date = compile({ $defs, $ref: '#/$defs/date_or_none' });
    const two = number => String(number).padStart(2, '0');
    const years = [0, 1, 2, 3, 4, 99, 100, 101, 104, 1900, 1999, 2000, 2001, 2004, 2010, 2022, 2096, 2100, 2400, 9996, 9999];
    for (const year of years)
        for (let month = 0; month <= 13; ++month)
            for (let day = 0; day <= 32; ++day) {
                const date = new Date(0);
                date.setUTCFullYear(year, month - 1, day);
                const exists = year > 0 && date.getUTCFullYear() === year && date.getUTCMonth() === month - 1
                    && date.getUTCDate() === day;
                const written = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
                assert.equal(is_date(written), exists, written);
            }
    for (const other of ['', '2022-1-01', '2022-01-1', '22-01-01', ' 2022-01-01', '2022-01-01 ', '2022-01-01T00:00', '12022-01-01'])
        assert.ok(!is_date(other), other);
    assert.ok(is_date(null));
});

for (const file of files('tests/documents/bad', '.json'))
    test(`${file} is refused if its form is wrong and accepted if only its meaning is`, () => {
        const told = told_beside(file);
        if (told.some(one => one.code === 'syntax'))
            return assert.throws(() => JSON.parse(read(file)), SyntaxError);
        const value = JSON.parse(read(file));
        if (told.some(one => is_of_form(one, beyond_form)))
            agrees(of_plan, value, told, file);
        else
            accepts(of_plan, value, file);
    });

// Every way to spoil a value in one place: to put something else there, to take a part away, to add
// a key, to repeat an item. `siblings` are the values of the same kind that stand beside it; what
// they have is put there too.
const others = [null, true, false, -1, 1.5, 401000, 2 ** 31, -(2 ** 31) - 1, 2 ** 64, -(2 ** 64), '', 'x y', 'id',
                'region', '97', '2023-02-29', 'x'.repeat(33), 'x'.repeat(65), [], Array.from({ length: 65 }, (_, i) => `${i}`), {}];

const is_object = value => value !== null && typeof value === 'object' && !Array.isArray(value);
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

function* spoilt(value, siblings = []) {
    for (const other of [...others, ...siblings.filter(one => !is_object(one))])
        if (!same(other, value))
            yield [JSON.stringify(other), other];
    if (Array.isArray(value)) {
        if (value.length > 0)
            yield ['repeated', [...value, value[0]]];
        for (const [i, item] of value.entries()) {
            yield [`without ${i}`, value.filter((_, j) => j !== i)];
            for (const [how, part] of spoilt(item, value))
                yield [`${i}/${how}`, value.map((one, j) => j === i ? part : one)];
        }
    } else if (is_object(value)) {
        yield ['with another key', { ...value, unexpected: 1 }];
        const beside = Object.assign({}, ...siblings.filter(is_object));
        for (const key of Object.keys(beside))
            if (!(key in value))
                yield [`with ${key}`, { ...value, [key]: beside[key] }];
        for (const key of Object.keys(value)) {
            yield [`without ${key}`, (({ [key]: _, ...rest }) => rest)(value)];
            const its_siblings = siblings.filter(is_object).map(one => one[key]).filter(one => one !== undefined);
            for (const [how, part] of spoilt(value[key], its_siblings))
                yield [`${key}/${how}`, { ...value, [key]: part }];
        }
    }
}

// What the reader tells about each line.
const told_about = (kind, plan, lines) =>
    execFileSync(reader, [kind, plan], { input: lines.map(line => line + '\n').join(''), maxBuffer: 2 ** 30 })
        .toString().trimEnd().split('\n').map(line => JSON.parse(line).diagnostics);

function agrees_about_each(schema, kind, plan, values, lines, beyond) {
    const told = told_about(kind, plan, lines);
    assert.equal(told.length, values.length);
    values.forEach(([how, value], i) => agrees(schema, value, told[i], how, beyond));
}

test('a plan spoilt in one place is refused as the reader refuses it', () => {
    const values = [...spoilt(JSON.parse(read(everything)))];
    assert.ok(values.length > 5000);
    agrees_about_each(of_plan, 'plan', '', values, values.map(one => JSON.stringify(one[1])));
});

test('a person spoilt in one place is refused as the reader refuses it', () => {
    const plan = join(source, 'tests/cases/sample.plan.json');
    const people = lines_of('tests/cases/sample.people.ndjson').filter((_, i) => i % 3 === 0);
    const values = people.flatMap(person => [...spoilt(person, people)]);
    assert.ok(values.length > 1000);
    const lines = values.map(one => JSON.stringify(one[1]));
    agrees_about_each(made('people', plan), 'people', plan, values, lines, [['personal_number']]);
});

test('a file of cases spoilt in one place is refused as the reader refuses it', () => {
    const file = 'tests/cases/sample.cases.json', plan = join(source, 'tests/cases/sample.plan.json');
    const { cases, ...heading } = JSON.parse(read(file));
    const values = [...spoilt({ ...heading, plan, cases: cases.slice(0, 3) })];
    const lines = values.map(([, value], i) => {
        const name = join(scratch, `${i}.json`);
        writeFileSync(name, JSON.stringify(value));
        return name;
    });
    agrees_about_each(made('cases', plan), 'cases', '', values, lines, [['unreadable'], ['not_in_force']]);
});
