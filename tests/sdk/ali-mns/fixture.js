// SPDX-License-Identifier: GPL-3.0-only
import assert from 'node:assert/strict';

import AliMNS from 'ali-mns';

import { ACCOUNT, KEY } from '../support/broker.js';

export { AliMNS };

/** The SDK's account; it calls home with usage statistics unless told not to. */
export function newAccount({ id = KEY.id, secret = KEY.secret } = {}) {
  const account = new AliMNS.Account(ACCOUNT, id, secret);
  account.setGA(false);
  return account;
}

/** Creates a queue with a name of its own and returns its two handles: `one` for single calls, `batch` for many. */
export async function newQueue(broker, account, attributes) {
  const name = broker.newQueueName();
  assert.equal(await new AliMNS.MNS(account).createP(name, attributes), 201);
  return queueNamed(name, account);
}

export function queueNamed(name, account) {
  return { name, one: new AliMNS.MQ(name, account), batch: new AliMNS.MQBatch(name, account) };
}

/** The call must be refused with an Error document of this code. */
export async function refused(promise, code) {
  await assert.rejects(promise, (reply) => {
    assert.equal(reply.Error?.Code, code, JSON.stringify(reply));
    assert.match(reply.Error.RequestId, /^[0-9A-F]{24}$/);
    assert.match(reply.Error.HostId, /^http:\/\//);
    assert.ok(reply.Error.Message);
    return true;
  });
}
