// SPDX-License-Identifier: GPL-3.0-only
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
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
});
