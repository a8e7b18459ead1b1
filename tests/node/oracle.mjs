// graphql-js answers questions, one JSON line in, one JSON line out; see ../Gep.GraphQL.Tests/Differential.
import readline from 'node:readline';
import * as g from 'graphql';

const schemas = new Map();
function schemaOf(sdl) {
  let schema = schemas.get(sdl);
  if (!schema) {
    schema = g.buildSchema(sdl);
    if (schemas.size > 200) schemas.clear();
    schemas.set(sdl, schema);
  }
  return schema;
}

// FNV-1a, 32 bits, over UTF-8: the same few lines exist in C#.
function fnv(text) {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) {
    hash ^= byte;
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash;
}

// A value follows from its key alone: sometimes null, sometimes an error, sometimes null where it must not be.
function mock(type, key, schema) {
  if (g.isNonNullType(type)) return fnv(key + '!') % 41 === 0 ? null : mock(type.ofType, key, schema);
  const h = fnv(key);
  if (h % 13 === 0) return null;
  if (h % 29 === 0) throw new Error('mock error at ' + key);
  if (g.isListType(type)) {
    return Array.from({ length: h % 4 }, (_, i) => {
      try { return mock(type.ofType, `${key}/${i}`, schema); } catch (error) { return error; }
    });
  }
  if (g.isEnumType(type)) return type.getValues()[h % type.getValues().length].value;
  if (g.isAbstractType(type)) {
    const types = [...schema.getPossibleTypes(type)].sort((a, b) => (a.name < b.name ? -1 : 1));
    return { __typename: types[h % types.length].name, __k: key };
  }
  if (g.isObjectType(type)) return { __typename: type.name, __k: key };
  switch (type.name) {
    case 'Int': return (h % 1000) - 500;
    case 'Float': return (h % 100000) / 64;
    case 'Boolean': return h % 2 === 0;
    default: return type.name[0].toLowerCase() + h.toString(16);
  }
}

// Arguments in the order of their names, at every depth.
function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}

const fieldResolver = (source, args, context, info) => mock(
  info.returnType, `${source?.__k ?? ''}.${info.fieldName}${JSON.stringify(sorted(args))}`, info.schema);
const full = { specifiedByUrl: true, directiveIsRepeatable: true, schemaDescription: true,
  inputValueDeprecation: true, oneOf: true, experimentalDirectiveDeprecation: true };
const plain = (e) => ({ message: e.message, locations: e.locations, path: e.path });

const answers = {
  parse(r) {
    try { return { ast: g.parse(r.source) }; } catch (e) { return { error: plain(e) }; }
  },
  print: (r) => ({ text: g.print(g.parse(r.source)) }),
  validate(r) {
    const rules = r.rules ? g.specifiedRules.filter((rule) => r.rules.includes(rule.name)) : undefined;
    return { errors: g.validate(schemaOf(r.sdl), g.parse(r.query), rules).map(plain) };
  },
  validateSDL(r) {
    try { g.buildSchema(r.sdl); return { error: null }; } catch (e) { return { error: e.message }; }
  },
  // What is wrong with a schema whose text can be built; `error` where it cannot.
  validateSchema(r) {
    let schema;
    try { schema = g.buildSchema(r.sdl); } catch (e) { return { error: e.message }; }
    return { errors: g.validateSchema(schema).map(plain) };
  },
  printSchema: (r) => ({ text: g.printSchema(schemaOf(r.sdl)) }),
  // Equal means: both print the same after sorting.
  sameSchema(r) {
    const text = (sdl) => g.printSchema(g.lexicographicSortSchema(g.buildSchema(sdl)));
    return { same: text(r.left) === text(r.right) };
  },
  introspect: (r) => ({ data: g.graphqlSync({ schema: schemaOf(r.sdl), source: g.getIntrospectionQuery(full) }).data }),
  introspectionQuery: () => ({ text: g.getIntrospectionQuery(full) }),
  clientSchema: (r) => ({ text: g.printSchema(g.buildClientSchema(r.introspection)) }),
  async execute(r) {
    const schema = schemaOf(r.sdl);
    let document;
    try { document = g.parse(r.query); } catch (e) { return { errors: [plain(e)] }; }
    const invalid = g.validate(schema, document);
    if (invalid.length) return { validation: invalid.map(plain) };
    const result = await g.execute({ schema, document, variableValues: r.variables,
      operationName: r.operationName, fieldResolver, rootValue: { __k: '' } });
    // The data as text: the bytes are compared, not only the values.
    return { data: JSON.stringify(result.data), errors: result.errors?.map(plain) };
  },
};

for await (const line of readline.createInterface({ input: process.stdin })) {
  if (!line) continue;
  const request = JSON.parse(line);
  let answer;
  try { answer = await answers[request.op](request); } catch (e) { answer = { fatal: e.message }; }
  process.stdout.write(JSON.stringify({ id: request.id, ...answer }) + '\n');
}
