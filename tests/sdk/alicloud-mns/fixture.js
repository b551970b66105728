// SPDX-License-Identifier: GPL-3.0-only
import assert from 'node:assert/strict';

import MNS from '@alicloud/mns';

import { ACCOUNT, KEY } from '../support/broker.js';

/** A client of the SDK for a broker; `options` replace its own. */
export function newClient(broker, options = {}) {
  return new MNS(ACCOUNT, {
    endpoint: broker.endpoint,
    accessKeyId: KEY.id,
    accessKeySecret: KEY.secret,
    ...options,
  });
}

/** Creates a queue with a name of its own and returns the name. */
export async function newQueue(broker, client, attributes = {}) {
  const name = broker.newQueueName();
  assert.equal((await client.createQueue(name, attributes)).code, 201);
  return name;
}

/** Sends one message and returns it as it is received. */
export async function sendAndReceive(client, queueName, message) {
  await client.sendMessage(queueName, message);
  return (await client.receiveMessage(queueName)).body;
}

/** The call must be refused with this code and HTTP status, as the SDK reports them. */
export async function refused(promise, code, status) {
  await assert.rejects(promise, (error) => {
    assert.equal(error.name, `MNS${code}Error`, error.message);
    assert.match(error.message, new RegExp(` failed with ${status}\\. requestid: [0-9A-F]{24}, hostid: http`));
    return true;
  });
}
