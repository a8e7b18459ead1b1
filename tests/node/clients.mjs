// node clients.mjs URL: graphql-ws and graphql-sse clients against a running server; one JSON line with what they saw.
import { createClient as createSocket } from 'graphql-ws';
import { createClient as createStream } from 'graphql-sse';
import WebSocket from 'ws';

const url = process.argv[2];
const seen = {};

function all(client, query) {
  return new Promise((resolve) => {
    const events = [];
    client.subscribe({ query }, {
      next: (value) => events.push(value),
      error: (error) => resolve({ events, error: Array.isArray(error) ? error.map((e) => e.message) : String(error) }),
      complete: () => resolve({ events }),
    });
  });
}

const socket = createSocket({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 });
const distinct = createStream({ url, fetchFn: fetch, retryAttempts: 0 });
const single = createStream({ url, fetchFn: fetch, singleConnection: true, retryAttempts: 0 });
for (const [name, client] of Object.entries({ socket, distinct, single })) {
  seen[name] = {
    count: await all(client, 'subscription { count(to: 3) }'),
    hello: await all(client, '{ hello }'),
    wrong: await all(client, '{ nothing }'),
  };
}
socket.dispose();
distinct.dispose();
single.dispose();

function closeOf(...messages) {
  return new Promise((resolve) => {
    const raw = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws');
    raw.on('open', () => messages.forEach((m) => raw.send(typeof m === 'string' ? m : JSON.stringify(m))));
    raw.on('close', (code) => resolve(code));
  });
}
const init = { type: 'connection_init' };
const subscribe = { type: 'subscribe', id: 'a', payload: { query: 'subscription { count(to: 1000) }' } };
seen.codes = [
  await closeOf('no json'), await closeOf(subscribe), await closeOf(), await closeOf(init, subscribe, subscribe),
  await closeOf(init, init), await closeOf(init, ...Array.from({ length: 200 }, (_, i) => ({ ...subscribe, id: `s${i}` }))),
];
console.log(JSON.stringify(seen));
process.exit(0);
