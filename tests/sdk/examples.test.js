// SPDX-License-Identifier: GPL-3.0-only
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { ACCOUNT, Broker, KEY } from './support/broker.js';

const run = promisify(execFile);
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

describe('the examples', () => {
  let broker;

  before(async () => {
    broker = await Broker.start();
  });
  after(() => broker?.stop());

  it('examples/node/first-message.js sends, receives and deletes, the second time as well', async () => {
    const env = {
      ...process.env,
      NODE_PATH: here('node_modules'),
      MNS_ENDPOINT: broker.endpoint,
      MNS_ACCOUNT_ID: ACCOUNT,
      ALIBABA_CLOUD_ACCESS_KEY_ID: KEY.id,
      ALIBABA_CLOUD_ACCESS_KEY_SECRET: KEY.secret,
    };
    for (let time = 0; time < 2; time += 1) {
      const { stdout, stderr } = await run(process.execPath, [here('../../examples/node/first-message.js')], { env });
      assert.equal(stderr, '');
      assert.equal(stdout, 'Hello from Node\n');
    }
    const { messages } = await broker.admin.call('GET', '/status');
    assert.equal(messages.total, 0);
  });

  it("the composer's code for Node sends its message", async () => {
    const program = readFileSync(here('../../app/console/snippets/send-message.js'), 'utf8')
      .replace('http://127.0.0.1:9324', broker.endpoint)
      .replace('local-id', KEY.id)
      .replace('local-secret', KEY.secret)
      .replace('1000000000000000', ACCOUNT)
      .replace('QUEUE_NAME', 'hello')
      .replace('ESCAPED', 'a &lt; b')
      .replace('8640001', '0')
      .replace('8640002', '3');
    const { stdout, stderr } = await run(process.execPath, ['--eval', program], {
      env: { ...process.env, NODE_PATH: here('node_modules') },
    });
    assert.equal(stderr, '');
    assert.match(stdout, /^[0-9A-F]{32}\n$/);
    const { messages } = await broker.admin.call('GET', '/queues/hello/messages?bodies=true');
    assert.deepEqual(messages.map(({ body, priority }) => ({ body, priority })), [{ body: 'a < b', priority: 3 }]);
  });
});
