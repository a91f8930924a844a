/** Requests of every sort for one route: fitting, spoiled, and plain rubbish. */
import type { OpenAPIObject, ParameterObject } from '@nestjs/swagger';
import fc from 'fast-check';
import { type Route } from '../described-routes.js';
import { Fitting } from './fitting.js';
import { hostileText, hostileValue, spoiled } from './hostile.js';
import { type Known } from './small-partnership.js';

export interface FuzzedRequest {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
  /** `If-Match` is to be the ETag that this address gives now. */
  readonly tagOf: string | undefined;
  /** `follows` in the query is to be the reference of what this address gives now. */
  readonly followsAt: string | undefined;
  /** Send it twice in the same moment. */
  readonly twice: boolean;
}

/** What the parameters in an address name, by where they stand. */
const placed: readonly [RegExp, string][] = [
  [/\/schools\/\{urn\}/u, 'urn'],
  [/\/lead-reviewers\/\{code\}/u, 'lead'],
  [/\/reviews\/\{(?:code|review)\}/u, 'review'],
  [/\/seats\/\{seat\}/u, 'seat'],
  [/\/terms\/\{(?:id|term)\}/u, 'term'],
  [/\/availability-rounds\/\{term\}/u, 'term'],
  [/\/plans\/\{id\}\/.*\{(?:lead|person)\}/u, 'personOfPlan'],
  [/\/\{lead\}/u, 'lead'],
  [/\/allocation-runs\/\{id\}/u, 'run'],
  [/\/plans\/\{id\}/u, 'plan'],
  [/\/imports\/\{id\}/u, 'import'],
  [/\/import-files\/\{id\}/u, 'importFile'],
  [/\/column-mappings\/\{id\}/u, 'mapping'],
  [/\/years\/\{year\}/u, 'year'],
  [/\/school-calendars\/\{id\}/u, 'calendar'],
  [/\/training-days\/\{date\}/u, 'date'],
  [/\/closures\/\{from\}/u, 'date'],
  [/\/exports\/\{file\}/u, 'file'],
  [/\/registers\/\{register\}/u, 'register'],
  [/\/views\/\{view\}/u, 'view'],
  [/\/payroll\/batches\/\{batch\}/u, 'batch'],
  [/\/what-if\/\{scenario\}/u, 'scenario'],
];

/** What is changed at an address, where its ETag is not that of the first thing the address names. */
const tagged: readonly [RegExp, string][] = [
  [/\/settings\/[^/]+/u, '/history'],
  [/\/lead-reviewers\/[^/]+(?=\/(?:facts|contracts|commitment-exception))/u, '/facts'],
  [/\/schools\/[^/]+\/(?:memberships|closures)/u, ''],
  [/\/waivers\/[^/]+/u, ''],
  [/\/views\/[^/]+/u, ''],
];

function taggedAt(path: string): string {
  for (const [where, rest] of tagged) {
    const found = where.exec(path);
    if (found) return `${path.slice(0, found.index)}${found[0]}${rest}`;
  }
  return path.split('/').slice(0, 5).join('/');
}

/** As it could succeed: alone, and a reference. */
const aFollows = /^follows=[\da-f-]{36}$/u;

interface Body {
  readonly type: string;
  readonly text: string;
}

/** A part of a request: as it could succeed, and as it should not. */
interface Part<T> {
  readonly usual: fc.Arbitrary<T>;
  readonly odd: fc.Arbitrary<T>;
}

export class RequestMaker {
  private readonly fitting: Fitting;

  constructor(document: OpenAPIObject, known: Known) {
    this.fitting = new Fitting(document, known);
  }

  /** Mostly requests that could succeed; else with one part of them odd, or all. */
  for(route: Route): fc.Arbitrary<FuzzedRequest> {
    const [path, query, headers, body] = [
      this.path(route),
      this.query(route),
      this.headers(route),
      this.body(route),
    ];
    const parts = {
      path: path.usual,
      query: query.usual,
      headers: headers.usual,
      body: body.usual,
    };
    const allOdd = { path: path.odd, query: query.odd, headers: headers.odd, body: body.odd };
    const made = (of: typeof parts): fc.Arbitrary<FuzzedRequest> => this.made(route, of);
    return fc.oneof(
      { weight: 9, arbitrary: made(parts) },
      { weight: 2, arbitrary: made({ ...parts, path: path.odd }) },
      { weight: 2, arbitrary: made({ ...parts, query: query.odd }) },
      { weight: 1, arbitrary: made({ ...parts, headers: headers.odd }) },
      { weight: 5, arbitrary: made({ ...parts, body: body.odd }) },
      { weight: 1, arbitrary: made(allOdd) },
    );
  }

  /** Requests that could all succeed. */
  fittingFor(route: Route): fc.Arbitrary<FuzzedRequest> {
    return this.made(route, {
      path: this.path(route).usual,
      query: this.query(route).usual,
      headers: this.headers(route).usual,
      body: this.body(route).usual,
    });
  }

  private made(
    route: Route,
    parts: Record<'path' | 'query', fc.Arbitrary<string>> & {
      headers: fc.Arbitrary<Record<string, string>>;
      body: fc.Arbitrary<Body | undefined>;
    },
  ): fc.Arbitrary<FuzzedRequest> {
    const isConditional = route.parameters.some(({ name }) => name === 'If-Match');
    return fc
      .record({ ...parts, twice: fc.nat({ max: 5 }).map((roll) => roll === 0) })
      .map(({ path, query, headers, body, twice }) => ({
        method: route.method.toUpperCase(),
        path: query === '' ? path : `${path}?${query}`,
        headers: { ...headers, ...(body === undefined ? {} : { 'content-type': body.type }) },
        body: body?.text,
        tagOf: isConditional && !('if-match' in headers) ? taggedAt(path) : undefined,
        followsAt: aFollows.test(query) ? path : undefined,
        twice,
      }));
  }

  private path({ path, parameters }: Route): Part<string> {
    const names = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => String(name));
    const whole = (values: fc.Arbitrary<unknown>[]): fc.Arbitrary<string> =>
      fc
        .tuple(...values)
        .map((chosen) =>
          names.reduce((at, name, i) => at.replace(`{${name}}`, segment(chosen[i])), path),
        );
    const usual = names.map((name) => {
      const place = placed.find(([where]) => where.exec(path)?.[0].endsWith(`{${name}}`) === true);
      const parameter = parameters.find((each) => each.in === 'path' && each.name === name);
      return this.fitting.known(place?.[1] ?? '', parameter?.schema ?? {});
    });
    const odd = usual.map((value) => fc.oneof({ weight: 2, arbitrary: hostileText }, value));
    return { usual: whole(usual), odd: whole(odd) };
  }

  private query(route: Route): Part<string> {
    const parameters = route.parameters.filter((each) => each.in === 'query');
    const joined = (parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
      fc.tuple(...parts).map((chosen) => chosen.filter((part) => part !== '').join('&'));
    const usual = parameters.map((parameter) => this.usualQuery(parameter));
    const odd = parameters.map(({ name }, i) => {
      const once = usual[i] ?? fc.constant('');
      return fc.oneof(
        { weight: 3, arbitrary: once },
        { weight: 3, arbitrary: hostileText.map((value) => `${name}=${encoded(value)}`) },
        { weight: 1, arbitrary: once.map((part) => `${part}&${part}`) },
        { weight: 1, arbitrary: fc.constantFrom(`${name}[]=1`, `${name}[a]=1`, `${name}=%`) },
      );
    });
    const unknown = fc.constantFrom('', '', 'who=me', '__proto__=1', 'a[b]=c', '%00=%00', '&&=&');
    return { usual: joined(usual), odd: joined([...odd, unknown]) };
  }

  private usualQuery({ name, schema = {}, required }: ParameterObject): fc.Arbitrary<string> {
    const given = this.fitting.value(schema, name).map((value) => `${name}=${encoded(value)}`);
    return required === true ? given : fc.oneof({ weight: 2, arbitrary: fc.constant('') }, given);
  }

  private headers(route: Route): Part<Record<string, string>> {
    const odd: Record<string, string[]> = {
      'If-Match': ['"1"', 'W/"2"', '"999999999"', '*', '', '"é"', '1'],
      'Idempotency-Key': ['a', 'b', ' ', 'é', 'x'.repeat(201), "'"],
      'Last-Event-ID': ['1', '0', 'é', '99999999999999999999'],
    };
    const fields = route.parameters
      .filter((each) => each.in === 'header')
      .map(({ name }) => [name.toLowerCase(), fc.constantFrom(...(odd[name] ?? ['']))] as const);
    const those = fc.record<Record<string, string>>(Object.fromEntries(fields), {
      requiredKeys: [],
    });
    return { usual: fc.constant({}), odd: those };
  }

  private body(route: Route): Part<Body | undefined> {
    const [content] = Object.values(route.body);
    if (content === undefined)
      return { usual: fc.constant(undefined), odd: fc.constant(undefined) };
    const rubbish = fc.record({
      type: fc.constantFrom('application/json', 'text/plain', 'application/xml', 'text/csv', '='),
      text: fc.oneof(hostileText, fc.constantFrom(...noRequests)),
    });
    if (route.body['application/json'] === undefined) {
      const shown = Object.values(content.examples).map((text) => ({
        type: 'text/csv',
        text: String(text),
      }));
      return { usual: fc.oneof(fc.constantFrom(...shown), spreadsheet), odd: rubbish };
    }
    const fitting = this.fitting.value(content.schema ?? {});
    const asJson = (value: unknown): Body => ({
      type: 'application/json',
      text: JSON.stringify(value),
    });
    const odd = fc.oneof(
      { weight: 6, arbitrary: spoiled(fitting).map(asJson) },
      { weight: 1, arbitrary: hostileValue.map(asJson) },
      { weight: 1, arbitrary: rubbish },
    );
    return { usual: fitting.map(asJson), odd };
  }
}

/** What no program of ours would send, nesting deeper than a stack among it. */
const noRequests = [
  '{',
  '[1,',
  '{"a":1}}',
  '"\\u0000"',
  '{"a":NaN}',
  `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
  `{"value":${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)},"reason":"deep"}`,
  `{"format":"qa-review-allocation/problem@1","x":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
];

const cell = fc.oneof(
  fc.constantFrom('100091', 'LR-001', 'Yes', '2027-01-11', '31/12/2026', 'London', 'ASD, HI'),
  hostileText.map((text) => (/[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text)),
);

const spreadsheet = fc
  .record({
    headings: fc.uniqueArray(
      fc.constantFrom(
        'URN',
        'Name',
        'Town',
        'Reference',
        'From',
        'To',
        'Region',
        'Needs',
        'Remove',
      ),
      { minLength: 1, maxLength: 6 },
    ),
    rows: fc.array(fc.array(cell, { minLength: 1, maxLength: 7 }), { maxLength: 4 }),
  })
  .map(({ headings, rows }) => ({
    type: 'text/csv',
    text: [headings, ...rows].map((row) => row.join(',')).join('\r\n'),
  }));

/** A part of an address: never empty, and never one that means a folder. */
function segment(value: unknown): string {
  const text = encoded(value);
  return text === '' || text === '.' || text === '..' ? '%20' : text;
}

function encoded(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\ufffd'));
}
