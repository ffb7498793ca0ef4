/**
 * What the Data Package standard (version 2.0, datapackage.org) asks of a descriptor with tables, as a JSON Schema.
 * Written for these tests from the text of the standard; stricter than its own profile, which lets unknown types pass.
 */

/** A path is an address, or leads to a file below the descriptor: never absolute, never upwards. */
const path = { type: 'string', pattern: '^(https?://\\S+|(?![./~])(?!file:)(?!.*\\.\\./)[^\\\\]+)$' }

const license = {
  type: 'object', anyOf: [{ required: ['name'] }, { required: ['path'] }],
  properties: { name: { type: 'string', pattern: '^[-a-zA-Z0-9._]+$' }, path, title: { type: 'string' } },
}

const source = { type: 'object', minProperties: 1, properties: { title: { type: 'string' }, path, email: { type: 'string', format: 'email' }, version: { type: 'string' } } }

const field = {
  type: 'object', required: ['name'],
  properties: {
    name: { type: 'string', minLength: 1 }, title: { type: 'string' }, description: { type: 'string' },
    type: { enum: ['string', 'number', 'integer', 'boolean', 'object', 'array', 'list', 'date', 'time', 'datetime', 'year', 'yearmonth', 'duration', 'geopoint', 'geojson', 'any'] },
    categories: {
      type: 'array', minItems: 1,
      items: { type: 'object', required: ['value'], properties: { value: { type: 'string' }, label: { type: 'string' } }, additionalProperties: false },
    },
    constraints: { type: 'object', properties: { required: { type: 'boolean' }, unique: { type: 'boolean' }, enum: { type: 'array', minItems: 1 } }, additionalProperties: false },
  },
}

const schema = {
  type: 'object', required: ['fields'],
  properties: {
    fields: { type: 'array', minItems: 1, items: field }, missingValues: { type: 'array', items: { type: 'string' } },
    primaryKey: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string' } },
  },
}

const dialect = {
  type: 'object',
  properties: {
    header: { type: 'boolean' }, delimiter: { type: 'string' }, lineTerminator: { type: 'string' }, quoteChar: { type: 'string', minLength: 1, maxLength: 1 },
    doubleQuote: { type: 'boolean' }, skipInitialSpace: { type: 'boolean' },
  },
  additionalProperties: false,
}

const resource = {
  type: 'object', required: ['name', 'path'], not: { required: ['data'] },
  properties: {
    name: { type: 'string', pattern: '^[a-z0-9._/-]+$' }, path, type: { const: 'table' }, title: { type: 'string' }, description: { type: 'string' },
    format: { type: 'string' }, mediatype: { type: 'string', pattern: '^[^/\\s;]+/[^/\\s;]+$' }, encoding: { type: 'string' },
    bytes: { type: 'integer', minimum: 0 }, hash: { type: 'string', pattern: '^sha256:[a-f0-9]{64}$' },
    sources: { type: 'array', items: source }, licenses: { type: 'array', minItems: 1, items: license }, schema, dialect,
  },
}

export const DATA_PACKAGE = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object', required: ['$schema', 'resources'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
    name: { type: 'string', pattern: '^[a-z0-9._/-]+$' }, id: { type: 'string', minLength: 1 }, title: { type: 'string' }, description: { type: 'string' },
    homepage: { type: 'string', format: 'uri' }, version: { type: 'string' }, created: { type: 'string', format: 'date-time' },
    contributors: {
      type: 'array', minItems: 1,
      items: { type: 'object', minProperties: 1, properties: { title: { type: 'string' }, path, roles: { type: 'array', minItems: 1, items: { type: 'string' } } } },
    },
    keywords: { type: 'array', minItems: 1, items: { type: 'string' } },
    licenses: { type: 'array', minItems: 1, items: license }, sources: { type: 'array', items: source },
    resources: { type: 'array', minItems: 1, items: resource },
  },
}
